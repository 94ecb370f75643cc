namespace NewsBot.TestSupport;

/// <summary>
/// Represents a clock that advances only when a test moves it; timers fire in order, on the thread that moves it. Thread-safe.
/// </summary>
public sealed class FakeTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private readonly List<(TimeSpan Duration, TaskCompletionSource Signal)> waiters = [];
    private TimeSpan elapsed;
    private DateTimeOffset utcNow = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return utcNow;
    }

    /// <inheritdoc />
    public override long GetTimestamp()
    {
        lock (gate)
            return elapsed.Ticks;
    }

    /// <summary>Changes only the wall clock, as a user who sets it does: no timer fires.</summary>
    public void SetWallClock(DateTimeOffset now)
    {
        lock (gate)
            utcNow = now;
    }

    /// <summary>Advances the time.</summary>
    public void Advance(TimeSpan duration)
    {
        TimeSpan end;
        lock (gate)
            end = elapsed + duration;
        while (true)
        {
            FakeTimer? next;
            lock (gate)
            {
                next = timers.Where(timer => timer.DueAt <= end).MinBy(timer => timer.DueAt);
                var to = next?.DueAt ?? end;
                if (to > elapsed)
                {
                    utcNow += to - elapsed;
                    elapsed = to;
                }

                next?.Reschedule();
            }

            if (next is null)
                return;
            next.Fire();
        }
    }

    /// <summary>
    /// Waits until a timer started for this time is running. Time that has passed since does not matter: it may have passed before the
    /// wait.
    /// </summary>
    public Task TimerOfAsync(TimeSpan duration)
    {
        lock (gate)
        {
            if (timers.Any(timer => timer.Duration == duration))
                return Task.CompletedTask;
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Add((duration, signal));
            return signal.Task.InTimeAsync(Describe, $"a timer of {duration}");
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private string Describe()
    {
        lock (gate)
            return $"Running: {string.Join(", ", timers.Select(timer => timer.Duration))}.";
    }

    private sealed class FakeTimer(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public TimeSpan? DueAt { get; private set; }

        /// <summary>Gets or sets the time that it was started for.</summary>
        public TimeSpan Duration { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (time.gate)
            {
                period = newPeriod;
                Duration = dueTime;
                time.timers.Remove(this);
                DueAt = dueTime < TimeSpan.Zero ? null : time.elapsed + dueTime;
                if (DueAt is null)
                    return true;
                time.timers.Add(this);
                foreach (var waiter in time.waiters.Where(waiter => waiter.Duration == dueTime).ToList())
                {
                    time.waiters.Remove(waiter);
                    waiter.Signal.SetResult();
                }
            }

            return true;
        }

        /// <summary>Sets the next time of a periodic timer, or removes a single one; called under the clock's lock.</summary>
        public void Reschedule()
        {
            if (period > TimeSpan.Zero)
            {
                DueAt += period;
                return;
            }

            time.timers.Remove(this);
            DueAt = null;
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
