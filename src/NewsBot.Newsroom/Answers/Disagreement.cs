namespace NewsBot.Newsroom.Answers;

/// <summary>Represents statements of one answer that cannot all be true. They are shown side by side, each with its date.</summary>
/// <param name="Statements">Positions in <see cref="Answer.Statements"/>, from 0; at least two, the newest source first.</param>
public sealed record Disagreement(IReadOnlyList<int> Statements);
