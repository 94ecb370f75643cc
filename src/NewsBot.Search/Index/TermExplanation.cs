namespace NewsBot.Search.Index;

/// <summary>What a term of the query adds to a passage.</summary>
/// <param name="Term">The term, folded and stemmed.</param>
/// <param name="IsVariant">Another spelling of a term of the query, found in the index.</param>
/// <param name="Passages">Number of passages that have it.</param>
/// <param name="Weight">What it is worth by its rarity, if it were all that a passage says.</param>
/// <param name="Bound">No passage of the hit's segment gets more from it: the highest of the bounds by which the search skips blocks.</param>
/// <param name="InBody">How often the passage's body has it; 255 stands for all above, too.</param>
/// <param name="InHeadline">How often the headline has it; 255 stands for all above, too.</param>
/// <param name="Score">What it adds.</param>
public sealed record TermExplanation(string Term, bool IsVariant, long Passages, double Weight, double Bound, int InBody, int InHeadline, double Score);
