namespace NewsBot.Newsroom.Questions;

/// <summary>Words of a question that name days, and the days that they name.</summary>
/// <param name="Text">As written.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, the first one or later.</param>
internal sealed record TimeExpression(string Text, DateOnly From, DateOnly To);
