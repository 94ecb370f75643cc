using NewsBot.Search.Index;

namespace NewsBot.Wire;

/// <summary>What a term of the query adds to a passage's score.</summary>
/// <param name="Term">Folded and stemmed.</param>
/// <param name="Variant">True for another spelling of a term that was asked for.</param>
/// <param name="Passages">Number of passages that have it.</param>
/// <param name="Weight">What it is worth by its rarity.</param>
/// <param name="Bound">No passage gets more from it.</param>
/// <param name="InBody">How often the passage has it.</param>
/// <param name="InHeadline">How often the headline has it.</param>
/// <param name="Score">What it adds.</param>
internal sealed record TermJson(
    string Term,
    bool Variant,
    long Passages,
    double Weight,
    double Bound,
    int InBody,
    int InHeadline,
    double Score
)
{
    /// <summary>Maps a term.</summary>
    public static TermJson From(TermExplanation term) =>
        new(
            term.Term,
            term.IsVariant,
            term.Passages,
            Math.Round(term.Weight, 4),
            Math.Round(term.Bound, 4),
            term.InBody,
            term.InHeadline,
            Math.Round(term.Score, 4)
        );
}
