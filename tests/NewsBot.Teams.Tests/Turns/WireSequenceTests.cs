using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Newsroom.Tests;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Wires;

namespace NewsBot.Teams.Tests.Turns;

/// <summary>The invented sequences of a wire in a chat of Teams, from the message to what the connector got.</summary>
public sealed class WireSequenceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Numbers => [.. WireSequence.Numbers];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Sequence_ShowsTheVersionThatCounts_AndPostsAreTakenBack(int number)
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTime(Given.Morning);
        var sequence = new WireSequence(number, time.GetUtcNow());
        await using var archive = await TestArchive.OfAsync(
            time,
            null,
            Some.Article("other.txt", "A library opened in Leeds on Monday. It has a garden.")
        );
        await using var host = await TeamsHost.StartAsync(folder, time: time, real: archive.Newsroom);
        var watch = new WithdrawalWatch(
            archive.Archive,
            host.Services.GetRequiredService<CitedPosts>(),
            [.. host.Services.GetServices<IPostedChannel>()],
            time
        );
        var said = 0;
        async Task<string> SayAsync(string text)
        {
            var before = host.Connector.Messages.Count;
            // In a conversation of its own: the quotas of one would need the clock to move.
            var id = (++said).ToString(CultureInfo.InvariantCulture);
            // In a group, where nothing but the answer is posted.
            await host.PostAndSettleAsync(Activities.Message(text, id, $"chat-{id}", "groupChat").Mentioning((Activities.Bot, "Newsroom")));
            return string.Join('\n', host.Connector.Messages.Skip(before).Select(call => WireRun.WordsOf(call.Body)));
        }

        var run = new WireRun(sequence, archive.Archive, time, time.Advance)
        {
            PutAsync = article => archive.Store.PutAsync([article], null, Cancellation),
            Looks =
            [
                new WireLook("the answer", () => SayAsync(sequence.Question), IsPost: true),
                new WireLook("the sources", () => SayAsync($"sources {sequence.Town}"), IsPost: true),
                new WireLook("the timeline", () => SayAsync($"timeline bridge collapse {sequence.Town}"), IsPost: true),
                new WireLook(
                    "the digest",
                    () => SayAsync(string.Create(CultureInfo.InvariantCulture, $"digest {sequence.Day:yyyy-MM-dd}")),
                    IsPost: true
                ),
            ],
            TakeBackAsync = async () =>
            {
                await watch.RunOnceAsync(Cancellation);
                await host.WhenIdleAsync();
                return host.Connector.Calls.Count(call => call.Method == "PUT" && call.Taken);
            },
        };

        await run.RunAsync(Cancellation);

        Assert.Empty(host.Connector.Faults);
    }
}
