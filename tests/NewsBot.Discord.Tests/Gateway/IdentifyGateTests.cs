using NewsBot.Discord.Gateway;
using NewsBot.Discord.Timing;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests.Gateway;

public sealed class IdentifyGateTests
{
    private readonly FakeTime time = new();
    private readonly List<TimeSpan> waits = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shards_OfOneKey_BeginFiveSecondsApart()
    {
        var gate = NewGate(maxConcurrency: 2, remaining: 1000);

        var first = gate.EnterAsync(0, Token);
        var other = gate.EnterAsync(1, Token);
        var second = gate.EnterAsync(2, Token);

        Assert.True(first.IsCompletedSuccessfully);
        Assert.True(other.IsCompletedSuccessfully);
        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await second.InTimeAsync();
    }

    [Fact]
    public async Task Sessions_AllSpent_WaitForTheReset()
    {
        var gate = NewGate(maxConcurrency: 1, remaining: 0);

        var entered = gate.EnterAsync(0, Token);
        time.Advance(TimeSpan.FromHours(1));

        await entered.InTimeAsync();
        Assert.Equal([TimeSpan.FromHours(1)], waits);
    }

    private IdentifyGate NewGate(int maxConcurrency, int remaining)
    {
        var clock = new MonotonicClock(time);
        return new IdentifyGate(
            clock,
            maxConcurrency,
            1000,
            remaining,
            TimeSpan.FromHours(1),
            (wait, token) =>
            {
                waits.Add(wait);
                return clock.DelayAsync(wait, token);
            }
        );
    }
}
