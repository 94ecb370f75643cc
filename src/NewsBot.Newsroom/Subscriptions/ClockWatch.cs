namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Notices that somebody set the clock back, by a clock that only runs forward. Thread-safe.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    /// <summary>Clocks that are disciplined run a little slow at times.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private DateTimeOffset then = time.GetUtcNow();
    private long thenTicks = time.GetTimestamp();

    /// <summary>Whether the clock was set back since the last call, or since the start.</summary>
    public bool WasSetBack()
    {
        lock (gate)
        {
            var (now, ticks) = (time.GetUtcNow(), time.GetTimestamp());
            var isBack = now - then < time.GetElapsedTime(thenTicks, ticks) - Tolerance;
            (then, thenTicks) = (now, ticks);
            return isBack;
        }
    }
}
