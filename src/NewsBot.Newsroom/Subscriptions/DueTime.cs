namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a time at which a digest is due.</summary>
/// <param name="Day">The day in the subscription's zone; a subscription has at most one post a day.</param>
/// <param name="At">The instant (UTC).</param>
public readonly record struct DueTime(DateOnly Day, DateTimeOffset At);
