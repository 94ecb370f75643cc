namespace NewsBot.Newsroom.Answers;

/// <summary>Represents one of several questions in a message.</summary>
/// <param name="Text">The question.</param>
/// <param name="Statements">
/// Positions in <see cref="Answer.Statements"/>, from 0, of the statements that answer it. A statement may answer several questions. Empty
/// if the articles do not answer this one.
/// </param>
public sealed record MessageQuestion(string Text, IReadOnlyList<int> Statements);
