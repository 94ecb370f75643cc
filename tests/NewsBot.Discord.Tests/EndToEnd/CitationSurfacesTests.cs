using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.EndToEnd;

/// <summary>
/// Every place on Discord that cites articles shows the file, the outlet and the day of each, in words that nobody has to click for.
/// </summary>
public sealed partial class CitationSurfacesTests
{
    private const string Question = "what happened?";

    /// <summary>The places, each with how a person gets there.</summary>
    private static readonly Dictionary<string, Func<RunningBot, ScriptedNewsroom, Task<JsonElement>>> Surfaces = new()
    {
        ["/ask: an answer"] = (bot, _) => ShowAsync(bot, Ask(Question)),
        ["/ask: sources that disagree"] = (bot, newsroom) =>
        {
            var answer = ScriptedNewsroom.Answer(Question, ("Four were hurt.", "Later count"), ("Two were hurt.", "First count"));
            newsroom.Answering = (_, _) => Task.FromResult(answer with { Disagreements = [new Disagreement([0, 1])] });
            return ShowAsync(bot, Ask(Question));
        },
        ["/ask: the sources nearest to a decline"] = (bot, newsroom) =>
        {
            newsroom.Answering = (question, _) => Task.FromResult(ScriptedNewsroom.Answer(question.Text));
            return ShowAsync(bot, Ask(Question));
        },
        ["Passages"] = async (bot, _) =>
        {
            var ask = Ask(Question);
            await ShowAsync(bot, ask);
            return await ShowAsync(bot, ScriptedInteraction.Click($"passages:{ask.Id}:0"));
        },
        ["/sources"] = (bot, _) => ShowAsync(bot, ScriptedInteraction.Command("sources", ("query", "drone"))),
        ["/article"] = (bot, _) => ShowAsync(bot, ScriptedInteraction.Command("article", ("source", "kremlin.txt"))),
        ["Check against sources"] = (bot, _) =>
            ShowAsync(bot, ScriptedInteraction.MessageCommand("Check against sources", "Drones were aimed at it.")),
        ["/digest"] = (bot, _) => ShowAsync(bot, ScriptedInteraction.Subcommand("digest", "date", ("day", "2023-05-03"))),
        ["a subscribed digest"] = async (bot, _) =>
        {
            var post = new DigestPost
            {
                Key = "k1",
                Conversation = ScriptedDiscord.ChannelId,
                Digest = ScriptedNewsroom.DigestOf(ScriptedNewsroom.Day),
                DueAt = DateTimeOffset.UnixEpoch,
                IsLate = false,
            };
            await bot.DigestChannel.PostAsync(post, TestContext.Current.CancellationToken);
            return (await bot.Discord.RequestAsync(request => request.IsPost)).Body!.Value;
        },
        ["/timeline"] = (bot, _) => ShowAsync(bot, ScriptedInteraction.Command("timeline", ("topic", "drone"))),
    };

    public static TheoryData<string> Names => [.. Surfaces.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Citation_ShowsFileOutletAndDay(string surface)
    {
        var newsroom = new ScriptedNewsroom();
        await using var bot = await RunningBot.StartAsync(newsroom, RunningBot.OverHttp);

        var shown = await Surfaces[surface](bot, newsroom);

        var naming = LinesOf(shown).Where(line => line.Contains("kremlin.txt", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(naming);
        Assert.All(
            naming,
            line =>
            {
                Assert.Contains(ScriptedNewsroom.Outlet, line, StringComparison.Ordinal);
                Assert.Contains(ScriptedNewsroom.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
            }
        );
        bot.Discord.AssertNoViolations();
    }

    private static ScriptedInteraction Ask(string question) => ScriptedInteraction.Command("ask", ("question", question));

    private static async Task<JsonElement> ShowAsync(RunningBot bot, ScriptedInteraction interaction)
    {
        await bot.CallAsync(interaction);
        await bot.IdleAsync();
        return bot.Discord.ShownFor(interaction);
    }

    /// <summary>The lines of descriptions and sections as readers see them: without the addresses of links, and without escapes.</summary>
    private static IEnumerable<string> LinesOf(JsonElement message) =>
        from embed in message.GetProperty("embeds").EnumerateArray()
        let description = embed.TryGetProperty("description", out var above) ? above.GetString()! : ""
        let fields = embed.TryGetProperty("fields", out var sections) ? sections.EnumerateArray().ToList() : []
        from text in fields.Select(field => field.GetProperty("value").GetString()!).Prepend(description)
        from line in Address().Replace(text, "").Replace("\\", "", StringComparison.Ordinal).Split('\n')
        select line;

    [GeneratedRegex(@"\(<[^>]*>\)")]
    private static partial Regex Address();
}
