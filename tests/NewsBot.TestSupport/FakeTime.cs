namespace NewsBot.TestSupport;

/// <summary>A clock that stands still until a test moves it; timers fire in order, on the thread that moves it. Thread-safe.</summary>
public sealed class FakeTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private readonly List<(Func<TimeSpan, bool> Matches, TaskCompletionSource Signal)> waiters = [];
    private TimeSpan elapsed;
    private DateTimeOffset utcNow = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return utcNow;
    }

    /// <inheritdoc />
    public override long GetTimestamp()
    {
        lock (gate) return elapsed.Ticks;
    }

    /// <summary>Changes the wall clock alone, as somebody who sets it does: no timer fires.</summary>
    public void SetWallClock(DateTimeOffset now)
    {
        lock (gate) utcNow = now;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan duration)
    {
        TimeSpan end;
        lock (gate) end = elapsed + duration;
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

            if (next is null) return;
            next.Fire();
        }
    }

    /// <summary>Completes once a timer runs that is due after a time that matches.</summary>
    public Task TimerOfAsync(Func<TimeSpan, bool> matches)
    {
        lock (gate)
        {
            if (timers.Any(timer => matches(timer.DueAt!.Value - elapsed))) return Task.CompletedTask;
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Add((matches, signal));
            return signal.Task;
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class FakeTimer(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public TimeSpan? DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (time.gate)
            {
                period = newPeriod;
                time.timers.Remove(this);
                DueAt = dueTime < TimeSpan.Zero ? null : time.elapsed + dueTime;
                if (DueAt is null) return true;
                time.timers.Add(this);
                foreach (var waiter in time.waiters.Where(waiter => waiter.Matches(dueTime)).ToList())
                {
                    time.waiters.Remove(waiter);
                    waiter.Signal.SetResult();
                }
            }

            return true;
        }

        /// <summary>Under the clock's lock.</summary>
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
