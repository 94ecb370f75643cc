namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Detects that the clock was set back, by comparing it with a clock that only runs forward. Thread-safe.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    /// <summary>Disciplined clocks run a little slow at times.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private DateTimeOffset then = time.GetUtcNow();
    private long thenTicks = time.GetTimestamp();

    /// <summary>Determines whether the clock was set back since the last call, or since the start.</summary>
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
