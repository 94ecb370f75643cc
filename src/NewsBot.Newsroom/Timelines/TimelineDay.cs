using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Timelines;

/// <summary>Represents what was reported on one day. Immutable.</summary>
/// <param name="Day">The day of publication (UTC); null for articles without one.</param>
/// <param name="Statements">The day's news on the topic: one statement; at most three without a day.</param>
public sealed record TimelineDay(DateOnly? Day, IReadOnlyList<Statement> Statements);
