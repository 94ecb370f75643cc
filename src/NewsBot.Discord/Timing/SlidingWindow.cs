namespace NewsBot.Discord.Timing;

/// <summary>Limits the number of events within any window of a given length. Thread-safe.</summary>
/// <param name="limit">1 or more.</param>
/// <param name="length">Longer than zero.</param>
/// <param name="clock">The time.</param>
internal sealed class SlidingWindow(int limit, TimeSpan length, MonotonicClock clock)
{
    private readonly Queue<TimeSpan> events = new();
    private readonly Lock gate = new();

    /// <summary>Gets the number of events in the last window.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                Forget();
                return events.Count;
            }
        }
    }

    /// <summary>Counts an event when there is room.</summary>
    /// <returns>Zero: counted. Otherwise the time until there is room.</returns>
    public TimeSpan TryAdd()
    {
        lock (gate)
        {
            Forget();
            if (events.Count >= limit)
                return events.ElementAt(events.Count - limit) + length - clock.Now;
            events.Enqueue(clock.Now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Counts events that were admitted elsewhere, even where there is no room.</summary>
    /// <param name="count">1 or more.</param>
    /// <param name="age">How long ago they were.</param>
    public void Add(long count, TimeSpan age)
    {
        lock (gate)
        {
            // More than the limit at one moment keep others out no longer.
            for (var i = 0; i < Math.Min(count, limit); i++)
                events.Enqueue(clock.Now - age);
        }
    }

    /// <summary>Waits for room and counts an event.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        while (TryAdd() is { } wait && wait > TimeSpan.Zero)
            await clock.DelayAsync(wait, cancellationToken);
    }

    private void Forget()
    {
        while (events.TryPeek(out var first) && clock.Now - first >= length)
            events.Dequeue();
    }
}
