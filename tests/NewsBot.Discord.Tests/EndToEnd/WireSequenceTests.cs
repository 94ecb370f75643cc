using System.Globalization;
using NewsBot.Newsroom.Tests;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;
using NewsBot.TestSupport.Wires;

namespace NewsBot.Discord.Tests.EndToEnd;

/// <summary>The invented sequences of a wire in a channel of Discord, from the command to what Discord got.</summary>
public sealed class WireSequenceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Numbers => [.. WireSequence.Numbers];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Sequence_ShowsTheVersionThatCounts_AndPostsAreTakenBack(int number)
    {
        var time = new FakeTime();
        var sequence = new WireSequence(number, time.GetUtcNow());
        await using var archive = await TestArchive.OfAsync(
            time,
            null,
            Some.Article("other.txt", "A library opened in Leeds on Monday. It has a garden.")
        );
        await using var bot = await RunningBot.StartAsync(archive.Newsroom, RunningBot.OverHttp, time: time);
        var watch = bot.WatchOf(archive.Archive);
        async Task<string> CallAsync(ScriptedInteraction interaction)
        {
            await bot.CallAsync(interaction);
            await bot.IdleAsync();
            return WireRun.WordsOf(bot.Discord.ShownFor(interaction));
        }

        var day = sequence.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var run = new WireRun(sequence, archive.Archive, time, time.Advance)
        {
            PutAsync = article => archive.Store.PutAsync([article], null, Cancellation),
            Looks =
            [
                new WireLook(
                    "the answer",
                    () => CallAsync(ScriptedInteraction.Command("ask", ("question", sequence.Question))),
                    IsPost: true
                ),
                new WireLook(
                    "the sources",
                    () => CallAsync(ScriptedInteraction.Command("sources", ("query", sequence.Town))),
                    IsPost: true
                ),
                new WireLook(
                    "the timeline",
                    () => CallAsync(ScriptedInteraction.Command("timeline", ("topic", $"bridge collapse {sequence.Town}"))),
                    IsPost: true
                ),
                new WireLook("the digest", () => CallAsync(ScriptedInteraction.Subcommand("digest", "date", ("day", day))), IsPost: true),
                new WireLook("a completion", () => TypeAsync("sources", "query", sequence.Town[..4]), MustShow: false),
                new WireLook("a completion of marks", () => TypeAsync("sources", "query", "Q"), MustShow: false),
                new WireLook("a completion of articles", () => TypeAsync("article", "source", "Bridge")),
            ],
            TakeBackAsync = async () =>
            {
                await watch.RunOnceAsync(Cancellation);
                return bot.Discord.Requests.Count(request =>
                    request.Method == "PATCH" && request.Path.StartsWith("/channels/", StringComparison.Ordinal)
                );
            },
        };

        await run.RunAsync(Cancellation);

        bot.Discord.AssertNoViolations();

        async Task<string> TypeAsync(string command, string option, string text)
        {
            var (_, choices) = await bot.CallAsync(ScriptedInteraction.Typing(command, option, text));
            return WireRun.WordsOf(choices!.Value);
        }
    }
}
