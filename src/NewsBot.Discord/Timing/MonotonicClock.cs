namespace NewsBot.Discord.Timing;

/// <summary>Time since the clock was made; a changed wall clock does not move it. Thread-safe.</summary>
internal sealed class MonotonicClock(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();

    /// <summary>Never goes back.</summary>
    public TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Waits; at once for zero and less.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        // Timers count whole milliseconds and may fire just before their time.
        delay <= TimeSpan.Zero
            ? Task.CompletedTask
            : Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds)), time, cancellationToken);
}
