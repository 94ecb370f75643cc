using NewsBot.Newsroom.State;

namespace NewsBot.Telemetry;

/// <summary>Reads the state of every queue. Thread-safe.</summary>
/// <param name="state">The database that contains the queues.</param>
/// <param name="queues">The queues.</param>
/// <param name="time">The clock.</param>
internal sealed class QueueStates(StateDatabase state, IEnumerable<QueueReader> queues, TimeProvider time)
{
    private readonly QueueReader[] queues = [.. queues];

    /// <summary>Returns the state of each queue, by name.</summary>
    /// <exception cref="Archive.Store.StoreException">The database cannot be read.</exception>
    public Task<IReadOnlyList<(string Name, QueueState State)>> ReadAsync(CancellationToken cancellationToken) =>
        state
            .ReadAsync<IReadOnlyList<(string Name, QueueState State)>>(
                db =>
                    [
                        .. queues
                            .Select(queue => (queue.Name, queue.Read(db, time.GetUtcNow())))
                            .OrderBy(queue => queue.Name, StringComparer.Ordinal),
                    ],
                cancellationToken
            )
            .WaitAsync(cancellationToken);
}
