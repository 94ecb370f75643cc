namespace NewsBot.Search.Index;

/// <summary>What a term of the query adds to a passage.</summary>
/// <param name="Term">The term, folded and stemmed.</param>
/// <param name="IsVariant">Another spelling of a term of the query, found in the index.</param>
/// <param name="Passages">Number of passages that have it.</param>
/// <param name="Weight">What it is worth by its rarity: no passage gets more from it than this bound.</param>
/// <param name="InBody">How often the passage's body has it; 255 stands for all above, too.</param>
/// <param name="InHeadline">How often the headline has it; 255 stands for all above, too.</param>
/// <param name="Score">What it adds.</param>
public sealed record TermExplanation(string Term, bool IsVariant, long Passages, double Weight, int InBody, int InHeadline, double Score);
