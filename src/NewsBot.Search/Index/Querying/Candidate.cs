namespace NewsBot.Search.Index.Querying;

/// <summary>Represents a passage that may become a hit.</summary>
/// <param name="Score">The score in units of the query's scale; above 0.</param>
/// <param name="Key">The document's key.</param>
/// <param name="Number">The passage's number within the document.</param>
/// <param name="View">The position of the view in the snapshot.</param>
/// <param name="Passage">The passage's number within the segment.</param>
internal readonly record struct Candidate(int Score, long Key, int Number, int View, int Passage)
{
    /// <summary>Determines whether this candidate is better: by score, then by key, then by passage. No two are equal.</summary>
    public bool IsBetterThan(in Candidate other) =>
        Score != other.Score ? Score > other.Score
        : Key != other.Key ? Key < other.Key
        : Number < other.Number;
}
