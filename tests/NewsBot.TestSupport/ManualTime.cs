namespace NewsBot.TestSupport;

/// <summary>Represents a clock that advances only when a test moves it. Thread-safe.</summary>
/// <param name="start">The first time that it shows.</param>
/// <param name="leapUpTo">
/// When set, the clock leaps to the end of every wait no longer than this as soon as the wait begins, so that quotas and retries
/// take no time.
/// </param>
public sealed class ManualTime(DateTimeOffset start, TimeSpan? leapUpTo = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Advances the clock, and fires the timers that are due.</summary>
    public void Advance(TimeSpan by)
    {
        DateTimeOffset target;
        lock (_lock)
            target = _now + by;
        AdvanceTo(target);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void AdvanceTo(DateTimeOffset target)
    {
        while (true)
        {
            ManualTimer? due;
            lock (_lock)
            {
                due = _timers.Where(t => t.Due <= target).MinBy(t => t.Due);
                if (due is null)
                {
                    if (target > _now)
                        _now = target;
                    return;
                }

                if (due.Due > _now)
                    _now = due.Due;
                if (due.Period > TimeSpan.Zero)
                    due.Due += due.Period;
                else
                    _timers.Remove(due);
            }

            due.Ring();
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var leaps = false;
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = time._now + dueTime;
                Period = period;
                time._timers.Add(this);
                leaps = time._leapUpTo is { } longest && dueTime <= longest && period <= TimeSpan.Zero;
            }

            // On another thread: the code that starts the timer is not waiting yet.
            if (leaps)
                _ = Task.Run(() => time.AdvanceTo(Due));
            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private readonly TimeSpan? _leapUpTo = leapUpTo;
}
