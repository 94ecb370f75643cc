namespace NewsBot.Newsroom.Answers;

/// <summary>Statements of one answer that cannot all be true. Shown side by side, each with its date.</summary>
/// <param name="Statements">Positions in <see cref="Answer.Statements"/>, from 0; at least two, the newest source first.</param>
public sealed record Disagreement(IReadOnlyList<int> Statements);
