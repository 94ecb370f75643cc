namespace NewsBot.Newsroom.Answers;

/// <summary>One of several questions of a message.</summary>
/// <param name="Text">The question.</param>
/// <param name="Statements">Positions in <see cref="Answer.Statements"/>, from 0, of those that answer it; one may answer several. Empty when the articles do not.</param>
public sealed record MessageQuestion(string Text, IReadOnlyList<int> Statements);
