namespace NewsBot.Discord.Timing;

/// <summary>Measures the time since the clock was created; a changed wall clock does not affect it. Thread-safe.</summary>
internal sealed class MonotonicClock(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();

    /// <summary>Gets the elapsed time, which never goes back.</summary>
    public TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Waits; returns at once for zero or less.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        // Timers count whole milliseconds and may fire slightly early.
        delay <= TimeSpan.Zero
            ? Task.CompletedTask
            : Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds)), time, cancellationToken);
}
