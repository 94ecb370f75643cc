namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a time at which a post is due.</summary>
/// <param name="Day">
/// The day in the subscription's zone; a subscription to a digest has at most one post a day. The posts of an alert are numbered instead,
/// each with the day after the last.
/// </param>
/// <param name="At">The instant (UTC).</param>
public readonly record struct DueTime(DateOnly Day, DateTimeOffset At);
