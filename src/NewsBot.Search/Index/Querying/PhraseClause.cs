namespace NewsBot.Search.Index.Querying;

/// <summary>Represents consecutive terms; a single term is a word.</summary>
/// <param name="Terms">One or more terms.</param>
/// <param name="Gaps">Whether stop words precede each term; irrelevant for the first.</param>
internal sealed record PhraseClause(IReadOnlyList<string> Terms, IReadOnlyList<bool> Gaps);
