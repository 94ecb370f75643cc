namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>Represents a statement that may be shown.</summary>
/// <param name="Text">The words of the quote, or a language model's words judged against it.</param>
/// <param name="Evidence">The supporting evidence: whole sentences of articles, at least one.</param>
internal sealed record GroundedStatement(string Text, IReadOnlyList<GroundedQuote> Evidence);
