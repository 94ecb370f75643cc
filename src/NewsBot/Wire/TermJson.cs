using NewsBot.Search.Index;

namespace NewsBot.Wire;

/// <summary>Represents the contribution of a query term to a passage's score.</summary>
/// <param name="Term">Folded and stemmed.</param>
/// <param name="Variant">True for another spelling of a query term.</param>
/// <param name="Passages">The number of passages that contain it.</param>
/// <param name="Weight">Its weight, by rarity.</param>
/// <param name="Bound">The most that it can add to any passage.</param>
/// <param name="InBody">How often it occurs in the passage.</param>
/// <param name="InHeadline">How often it occurs in the headline.</param>
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
