namespace NewsBot.Http;

/// <summary>
/// Represents a bucket of calls, full at first, that refills evenly in a minute. Unlike the framework's it follows any clock, and can be
/// overdrawn by calls that others have admitted: those are repaid before there is room again. Thread-safe.
/// </summary>
/// <param name="perMinute">The calls that it holds, 1 to 1,000,000.</param>
/// <param name="at">The time at which it is full, in the time of the caller, which never goes back.</param>
internal sealed class TokenBucket(int perMinute, TimeSpan at)
{
    // Exact: each tick adds perMinute parts, and a call takes a minute's ticks of them.
    private const long Call = TimeSpan.TicksPerMinute;

    private readonly Lock gate = new();
    private readonly long capacity = perMinute * Call;
    private long parts = perMinute * Call;
    private TimeSpan filled = at;

    /// <summary>Takes a call where there is one.</summary>
    /// <returns>Zero: taken. Otherwise the time until there is one.</returns>
    public TimeSpan TryTake(TimeSpan now)
    {
        lock (gate)
        {
            Fill(now);
            if (parts < Call)
                return TimeSpan.FromTicks((Call - parts + perMinute - 1) / perMinute);
            parts -= Call;
            return TimeSpan.Zero;
        }
    }

    /// <summary>Takes calls that were admitted elsewhere, at a time that may have passed.</summary>
    public void Overdraw(long calls, TimeSpan then)
    {
        lock (gate)
        {
            Fill(then);
            parts -= calls * Call;
        }
    }

    /// <summary>Determines whether it is as good as a new one.</summary>
    public bool IsFull(TimeSpan now)
    {
        lock (gate)
        {
            Fill(now);
            return parts == capacity;
        }
    }

    private void Fill(TimeSpan now)
    {
        var ticks = (now - filled).Ticks;
        if (ticks <= 0)
            return;
        parts = ticks > (capacity - parts) / perMinute ? capacity : parts + (ticks * perMinute);
        filled = now;
    }
}
