using System.Collections.Concurrent;

namespace NewsBot.Arriving;

/// <summary>Allows one request to a host at a time, with a pause between two. Thread-safe.</summary>
internal sealed class HostTurns(TimeProvider time)
{
    /// <summary>Specifies the time between the end of a request and the next to the same host.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the turn; dispose of the result to end it.</summary>
    public async Task<IDisposable> TakeAsync(string host, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(host, _ => new Turn(time));
        await turn.Free.WaitAsync(cancellationToken);
        try
        {
            if (turn.EndedAt is { } at && Spacing - time.GetElapsedTime(at) is var left && left > TimeSpan.Zero)
                await Task.Delay(left, time, cancellationToken);
            return turn;
        }
        catch
        {
            turn.Free.Release();
            throw;
        }
    }

    private sealed class Turn(TimeProvider time) : IDisposable
    {
        public SemaphoreSlim Free { get; } = new(1, 1);

        public long? EndedAt { get; private set; }

        public void Dispose()
        {
            EndedAt = time.GetTimestamp();
            Free.Release();
        }
    }
}
