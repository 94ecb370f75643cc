namespace NewsBot.Newsroom.Questions;

/// <summary>Represents words of a question that name days, and these days.</summary>
/// <param name="Text">The words as written.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before the first.</param>
internal sealed record TimeExpression(string Text, DateOnly From, DateOnly To);
