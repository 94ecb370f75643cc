using NewsBot.Discord.Gateway;
using NewsBot.Discord.Timing;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests.Gateway;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);
    private readonly FakeTime time = new();
    private int beats;

    [Fact]
    public async Task First_ComesAfterAPartOfTheInterval_AndAMissingEchoEndsIt()
    {
        var heartbeat = new Heartbeat(
            Interval,
            new MonotonicClock(time),
            _ =>
            {
                beats++;
                return Task.CompletedTask;
            }
        );

        var running = heartbeat.RunAsync(0.25, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(9));
        var before = beats;
        await NextAsync(TimeSpan.FromSeconds(1));
        heartbeat.Acknowledge();
        await NextAsync(Interval);
        var withEcho = beats;
        time.Advance(Interval);
        await running.InTimeAsync();

        Assert.Equal((0, 2, 2), (before, withEcho, beats));
    }

    /// <summary>Lets a beat come and waits until the pause after it has begun.</summary>
    private async Task NextAsync(TimeSpan duration)
    {
        time.Advance(duration);
        await time.TimerOfAsync(Interval);
    }
}
