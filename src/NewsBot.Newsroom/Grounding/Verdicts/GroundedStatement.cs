namespace NewsBot.Newsroom.Grounding.Verdicts;

/// <summary>A statement that may be shown.</summary>
/// <param name="Text">The words: the quote's own, or a model's that were judged by it.</param>
/// <param name="Evidence">What it rests on: whole sentences of articles; never empty.</param>
internal sealed record GroundedStatement(string Text, IReadOnlyList<GroundedQuote> Evidence);
