namespace NewsBot.Search.Index.Querying;

/// <summary>Terms that follow one another; one term is a word.</summary>
/// <param name="Terms">One or more terms.</param>
/// <param name="Gaps">Whether stop words stand before each term; the first one's does not matter.</param>
internal sealed record PhraseClause(IReadOnlyList<string> Terms, IReadOnlyList<bool> Gaps);
