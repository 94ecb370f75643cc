using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Timelines;

/// <summary>What was reported on one day.</summary>
/// <param name="Day">Day of publication (UTC); null for articles without one.</param>
/// <param name="Statements">At most three.</param>
public sealed record TimelineDay(DateOnly? Day, IReadOnlyList<Statement> Statements);
