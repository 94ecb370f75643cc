namespace NewsBot.Newsroom.State;

/// <summary>Represents one kind of record that is deleted when it is old enough. Immutable.</summary>
/// <param name="Kind">What it is, for the log.</param>
/// <param name="PurgeAsync">Deletes what is too old at a time (UTC).</param>
public sealed record RetentionRule(string Kind, Func<DateTimeOffset, CancellationToken, Task> PurgeAsync);
