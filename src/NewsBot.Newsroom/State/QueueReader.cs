namespace NewsBot.Newsroom.State;

/// <summary>Reads the state of a queue of work, for metrics and for staff. Immutable.</summary>
/// <param name="Name">The queue's name, such as <c>teams.inbox</c>; metrics are labelled with it.</param>
/// <param name="Read">Reads its state as of a time (UTC); quick, and it changes nothing.</param>
public sealed record QueueReader(string Name, Func<StateConnection, DateTimeOffset, QueueState> Read);

/// <summary>Represents how much waits in a queue. Immutable.</summary>
/// <param name="Waiting">The number of entries that wait or are in progress.</param>
/// <param name="Oldest">Since when the oldest of them waits (UTC); null: none waits, or the time is not known.</param>
/// <param name="Dead">The number of entries that were given up.</param>
public sealed record QueueState(int Waiting, DateTimeOffset? Oldest, int Dead);
