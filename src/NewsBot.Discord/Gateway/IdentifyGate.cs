using NewsBot.Discord.Timing;

namespace NewsBot.Discord.Gateway;

/// <summary>Limits how fast shards start sessions to what Discord allows. Thread-safe.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway#sharding-max-concurrency</remarks>
internal sealed class IdentifyGate
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private readonly MonotonicClock clock;
    private readonly SlidingWindow[] windows;
    private readonly Func<TimeSpan, CancellationToken, Task> onSpent;
    private readonly Lock gate = new();
    private int remaining;
    private readonly int total;
    private TimeSpan resetAt;

    /// <param name="clock">The time.</param>
    /// <param name="maxConcurrency">Shards with different remainders by this number do not wait for each other.</param>
    /// <param name="total">Sessions in 24 hours.</param>
    /// <param name="remaining">Sessions until the reset.</param>
    /// <param name="resetAfter">Time until the reset.</param>
    /// <param name="onSpent">Receives the wait when none remain.</param>
    public IdentifyGate(
        MonotonicClock clock,
        int maxConcurrency,
        int total,
        int remaining,
        TimeSpan resetAfter,
        Func<TimeSpan, CancellationToken, Task> onSpent
    )
    {
        this.clock = clock;
        this.total = Math.Max(total, 1);
        this.remaining = remaining;
        this.onSpent = onSpent;
        resetAt = clock.Now + resetAfter;
        windows = [.. Enumerable.Range(0, Math.Max(maxConcurrency, 1)).Select(_ => new SlidingWindow(1, Between, clock))];
    }

    /// <summary>Waits until this shard may identify.</summary>
    public async Task EnterAsync(int shard, CancellationToken cancellationToken)
    {
        while (Take() is { } wait && wait > TimeSpan.Zero)
            await onSpent(wait, cancellationToken);
        await windows[shard % windows.Length].AddAsync(cancellationToken);
    }

    private TimeSpan Take()
    {
        lock (gate)
        {
            if (clock.Now >= resetAt)
            {
                remaining = total;
                resetAt = clock.Now + TimeSpan.FromDays(1);
            }

            if (remaining <= 0)
                return resetAt - clock.Now;
            remaining--;
            return TimeSpan.Zero;
        }
    }
}
