namespace NewsBot.Search.Index.Querying;

/// <summary>Represents a term that a search scores.</summary>
/// <param name="Term">The term, folded and stemmed.</param>
/// <param name="Weight">The maximum score of the term in a passage, before scaling; above 0.</param>
/// <param name="Numbers">
/// The term's number in each view; <see cref="Segments.TermDictionary.Unknown"/> where a view does not have it.
/// </param>
/// <param name="IsVariant">Whether it is another spelling of a term of the query.</param>
internal sealed record WeightedTerm(string Term, double Weight, int[] Numbers, bool IsVariant = false);
