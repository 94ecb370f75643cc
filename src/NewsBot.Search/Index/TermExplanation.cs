namespace NewsBot.Search.Index;

/// <summary>Represents what a term of the query adds to a passage's score.</summary>
/// <param name="Term">The term, folded and stemmed.</param>
/// <param name="IsVariant">Whether it is another spelling of a term of the query, found in the index.</param>
/// <param name="Passages">The number of passages that have it.</param>
/// <param name="Weight">The weight by its rarity: its score if it were all that a passage says.</param>
/// <param name="Bound">
/// The most that any passage of the hit's segment gets from it: the highest of the bounds by which the search skips blocks.
/// </param>
/// <param name="InBody">The number of occurrences in the passage's body, at most 255.</param>
/// <param name="InHeadline">The number of occurrences in the headline, at most 255.</param>
/// <param name="Score">What it adds to the score.</param>
public sealed record TermExplanation(
    string Term,
    bool IsVariant,
    long Passages,
    double Weight,
    double Bound,
    int InBody,
    int InHeadline,
    double Score
);
