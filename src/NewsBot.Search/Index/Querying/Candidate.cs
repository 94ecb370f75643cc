namespace NewsBot.Search.Index.Querying;

/// <summary>A passage that may become a hit.</summary>
/// <param name="Score">In units of the query's scale; above 0.</param>
/// <param name="Key">The document's key.</param>
/// <param name="Number">The passage's number within the document.</param>
/// <param name="View">Position of the view in the snapshot.</param>
/// <param name="Passage">The passage's number within the segment.</param>
internal readonly record struct Candidate(int Score, long Key, int Number, int View, int Passage)
{
    /// <summary>Whether this one is better: by score, then by key, then by passage. No two are equal.</summary>
    public bool IsBetterThan(in Candidate other) =>
        Score != other.Score ? Score > other.Score : Key != other.Key ? Key < other.Key : Number < other.Number;
}
