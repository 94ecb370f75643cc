using System.Diagnostics.Metrics;
using NewsBot.Discord.Access;
using NewsBot.Discord.Options;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Wire;
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

    private static Asker AskerOf(ulong user) =>
        new()
        {
            User = new Snowflake(user),
            Guild = new Snowflake(9),
            Channel = new Snowflake(8),
        };
}
