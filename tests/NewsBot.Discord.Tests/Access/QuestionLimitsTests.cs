using System.Diagnostics.Metrics;
using NewsBot.Discord.Access;
using NewsBot.Discord.Options;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Spending;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests.Access;

public sealed class QuestionLimitsTests
{
    [Fact]
    public void Question_BeyondALimit_IsCounted_ByTheLimit()
    {
        // Other tests count meanwhile, on threads of their own.
        var thread = Environment.CurrentManagedThreadId;
        var refused = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "newsbot.discord.limited")
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                if (Environment.CurrentManagedThreadId == thread)
                    refused.Add($"{tags[0].Value}");
            }
        );
        listener.Start();
        var limits = new QuestionLimits(
            new DiscordOptions { QuestionsPerUserAndMinute = 1, QuestionsPerGuildAndMinute = 2 },
            new MonotonicClock(new FakeTime())
        );

        foreach (var user in (ulong[])[1, 1, 2, 3])
            limits.TryTake(AskerOf(user));

        Assert.Equal(["person", "server"], refused);
    }

    [Fact]
    public async Task PersonAndServer_HaveTheirLimits_OverAllHosts()
    {
        using var state = TestState.InPostgres();
        await using var oneDatabase = state.Open(SharedSpending.Schema);
        await using var otherDatabase = state.Open(SharedSpending.Schema);
        var time = new FakeTime();
        var (one, other) = (new SharedSpending(oneDatabase, time), new SharedSpending(otherDatabase, time));
        var options = new DiscordOptions { QuestionsPerUserAndMinute = 5, QuestionsPerGuildAndMinute = 8 };
        var (here, there) = (
            new QuestionLimits(options, new MonotonicClock(time), one),
            new QuestionLimits(options, new MonotonicClock(time), other)
        );
        for (var i = 0; i < 4; i++)
            Assert.Equal(TimeSpan.Zero, here.TryTake(AskerOf(1)));

        await one.ExchangeAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(1));
        await other.ExchangeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.Zero, there.TryTake(AskerOf(1)));
        Assert.Equal(TimeSpan.FromSeconds(59), there.TryTake(AskerOf(1)));
        for (var i = 0; i < 3; i++)
            Assert.Equal(TimeSpan.Zero, there.TryTake(AskerOf(2)));
        Assert.True(there.TryTake(AskerOf(3)) > TimeSpan.Zero, "The server has asked eight questions.");
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(TimeSpan.Zero, there.TryTake(AskerOf(1)));
    }

    private static Asker AskerOf(ulong user) =>
        new()
        {
            User = new Snowflake(user),
            Guild = new Snowflake(9),
            Channel = new Snowflake(8),
        };
}
