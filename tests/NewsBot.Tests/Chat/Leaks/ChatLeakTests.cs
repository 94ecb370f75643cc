using Microsoft.Extensions.DependencyInjection;
using NewsBot.Delivering;
using NewsBot.Discord.Options;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.Tests.Teams;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Tests.Chat.Leaks;

/// <summary>
/// Writes generated messages of people and channels with all kinds of rights to the whole host, as Teams and Discord do, presses buttons,
/// and looks for words of articles that they may not see: of other desks, under an embargo, or killed. Each article has a word of its own
/// in its file name, headline and text. Half-way an article is killed and people change their desks, while their old buttons stay.
/// </summary>
public sealed class ChatLeakTests
{
    private const int Short = 300;
    private const int Long = 10_000;
    private const string Embargoed = "Ombroso";
    private const string Killed = "Killjoy";
    private const string Later = "B";

    /// <summary>The desks, each with the word of its article.</summary>
    private static readonly (string Desk, string Word)[] Desks = [("Sport", "Spandrel"), ("City", "Citrine"), ("World", "Wolfram")];

    private static readonly string[] Open = [.. Desks.Select(desk => desk.Word)];
    private static readonly string[] Words = [.. Open, Embargoed, Killed];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Readers_SeeNothingOfOtherDesks_InTeamsAndDiscord() => AssertNoLeakAsync(Short);

    [Fact(Explicit = true)]
    public Task Readers_SeeNothingOfOtherDesks_InTenThousandMessages() => AssertNoLeakAsync(Long);

    private static async Task AssertNoLeakAsync(int count)
    {
        var readers = Readers();
        var random = new Random(20261203);
        var time = new ShiftedTime();
        await using var connector = await ListeningConnector.StartAsync();
        await using var scripted = await ScriptedDiscord.StartAsync();
        await using var host = await TestHost.StartAsync(
            [.. Words.Select(word => Line(word, ""))],
            settings => Settings(settings, scripted),
            services =>
            {
                services.AddSingleton<TimeProvider>(time);
                services.AddDigestDelivery();
            }
        );
        var teams = new TeamsLeaks(host, connector, Words);
        var discord = new DiscordLeaks(host, scripted, time, Words);
        await MoveAsync(host, "World");
        await TryAllAsync(isAfter: false);

        var places = new List<string>();
        foreach (var reader in readers)
            places.Add(await teams.SubscribeAsync(reader));
        var channels = readers.Where(reader => reader.Channel is not null).ToList();
        foreach (var reader in channels)
            await discord.SubscribeAsync(reader);
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await CommandRun.InAsync(folder, "kill", ChatSurfaces.SourceOf(Killed), "--data", host.DataDirectory)).ExitCode);
        await MoveAsync(host, "City");
        await TryAllAsync(isAfter: true);

        folder.Write("in.jsonl", string.Join('\n', Words.Except([Killed]).Select(word => Line(word, Later))));
        Assert.Equal(0, (await CommandRun.InAsync(folder, "ingest", folder["in.jsonl"], "--data", host.DataDirectory)).ExitCode);
        // Alerts wait for the end of an embargo, whoever made them.
        foreach (var (reader, place) in readers.Zip(places).Where(one => one.First.After.Intersect(Open).Any()))
            await teams.WaitForPostAsync(reader, place, IsAbout(reader));
        foreach (var reader in channels)
            await discord.WaitForPostAsync(reader, IsAbout(reader));
        await host.Services.GetRequiredService<AlertDelivery>().RunOnceAsync(Stop);
        time.AdvanceTo(new TimeOnly(8, 1));
        await host.Services.GetRequiredService<DigestDelivery>().RunDueAsync(Stop);
        foreach (var (reader, place) in readers.Zip(places).Where(one => one.First.After.Intersect(Open).Any()))
            await teams.WaitForPostAsync(reader, place, IsDigest);
        foreach (var reader in channels)
            await discord.WaitForPostAsync(reader, IsDigest);
        teams.Drain();

        ChatEcho[] shown = [.. teams.Shown, .. discord.Shown(readers)];
        Assert.Equal(
            [],
            shown
                .SelectMany(echo => echo.Leaks(Words).Select(word => $"{echo.Reader.Name} sees {word}: {echo.Asked}: {echo.Shown}"))
                .Take(20)
        );
        // Whoever may see an article sees it somewhere; otherwise the silence of the others would prove nothing.
        foreach (var channel in (IReadOnlyList<ChatEcho>[])[teams.Shown, discord.Shown(readers)])
        foreach (var isAfter in (bool[])[false, true])
            Assert.Equal(
                readers
                    .SelectMany(reader => (isAfter ? reader.After : reader.Before).Select(word => $"{reader.Name}: {word}"))
                    .Order(StringComparer.Ordinal),
                channel
                    .Where(echo => echo.IsAfter == isAfter)
                    .SelectMany(echo => echo.WordsIn(Words).Select(word => $"{echo.Reader.Name}: {word}"))
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            );
        scripted.AssertNoViolations();

        async Task TryAllAsync(bool isAfter)
        {
            foreach (var reader in isAfter ? readers : [])
            {
                await teams.AskAgainAsync(reader);
                await discord.PressAgainAsync(reader);
            }

            foreach (var reader in readers)
            {
                await teams.AskAsync(reader, isAfter);
                await discord.AskAsync(reader, isAfter);
            }

            for (var i = 0; i < count / 2; i++)
            {
                var reader = random.Any(readers);
                await (random.Next(2) == 0 ? teams.TryAsync(reader, isAfter, random) : discord.TryAsync(reader, isAfter, random));
            }
        }
    }

    private static Func<string, bool> IsAbout(ChatReader reader) =>
        text => reader.After.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static bool IsDigest(string text) =>
        text.Contains(" story from ", StringComparison.Ordinal) || text.Contains(" stories from ", StringComparison.Ordinal);

    private static List<ChatReader> Readers()
    {
        string[] sport = ["Spandrel", Killed];
        return
        [
            .. Desks.SelectMany(
                (desk, at) =>
                {
                    string[] before = desk.Desk == "Sport" ? sport : [desk.Word];
                    return (ChatReader[])
                        [
                            new($"person of {desk.Desk}", PersonOf(at), null, before, [desk.Word]),
                            new($"channel of {desk.Desk}", PersonOf(7), ChannelOf(at), before, [desk.Word]),
                        ];
                }
            ),
            new("stranger in the channel of Sport", PersonOf(2), ChannelOf(0), sport, ["Spandrel"]),
            new("person without a desk", PersonOf(3), null, [.. Open, Killed], Open),
            new("person with the embargo right", PersonOf(4), null, [Embargoed], [Embargoed]),
            new("person of a desk that is gone", PersonOf(5), null, [], []),
            new("person who moves to City", PersonOf(6), null, ["Wolfram"], ["Citrine"]),
        ];
    }

    // Both channels take any id of this form.
    private static string PersonOf(int number) => $"40000000000000001{number}";

    private static string ChannelOf(int number) => $"30000000000000001{number}";

    private static async Task MoveAsync(TestHost host, string desk)
    {
        var register = host.Services.GetRequiredService<DeskRegister>();
        var at = TimeProvider.System.GetUtcNow();
        await register.AssignAsync(new DeskAssignment(PersonOf(6), true, desk, "dora", at), Stop);
        await register.AssignAsync(new DeskAssignment(PersonOf(5), true, "Gone", "dora", at), Stop);
    }

    private static string Line(string word, string suffix)
    {
        var text = $"The {word} hall opened on Monday. {word} officials welcomed the opening of the hall. About 300 people of {word} came.";
        return Some.ArticleLine(
            ChatSurfaces.SourceOf(word + suffix),
            word == Embargoed ? $"EMBARGOED UNTIL 2099-01-01 10:00 UTC\n\n{text}" : text,
            $"{word} hall opened{(suffix.Length > 0 ? " again" : "")}",
            suffix.Length > 0 ? $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}" : "2026-05-04"
        );
    }

    private static NewsBotSettings Settings(NewsBotSettings settings, ScriptedDiscord discord) =>
        settings with
        {
            Discord = settings.Discord with
            {
                Token = ScriptedDiscord.Token,
                Mode = DiscordMode.Http,
                PublicKey = Convert.ToHexStringLower(DiscordLeaks.Signer.PublicKey),
                ApiBaseUrl = discord.ApiBaseUrl,
                Channels = [.. Desks.Select((_, at) => ChannelOf(at))],
                QuestionsPerUserAndMinute = 100_000,
                QuestionsPerGuildAndMinute = 100_000,
            },
            Teams = settings.Teams with { TenantSendsPerSecond = 1_000 },
            Digests = settings.Digests with
            {
                Managers = [.. Enumerable.Range(0, 8).Select(PersonOf)],
                Desks = new([
                    .. Desks.Select(
                        (desk, at) =>
                            new Desk
                            {
                                Name = desk.Desk,
                                Channels = [ChannelOf(at)],
                                Users = [PersonOf(at)],
                                Articles = Of(desk.Desk == "Sport" ? [desk.Word, Killed] : [desk.Word]),
                            }
                    ),
                    new Desk
                    {
                        Name = "Held",
                        Channels = [],
                        Users = [PersonOf(4)],
                        Articles = Of([Embargoed]),
                        SeesEmbargoed = true,
                    },
                ]),
            },
        };

    private static Archive.Articles.ArticleSelection Of(string[] words) =>
        new()
        {
            Sources = words
                .SelectMany(word => (string[])[ChatSurfaces.SourceOf(word), ChatSurfaces.SourceOf(word + Later)])
                .ToHashSet(StringComparer.Ordinal),
        };

    /// <summary>Represents the clock of this machine, set forward.</summary>
    private sealed class ShiftedTime : TimeProvider
    {
        private long ahead;

        /// <summary>Sets the clock to the next such time (UTC) that is more than a minute ahead.</summary>
        public void AdvanceTo(TimeOnly next)
        {
            var now = GetUtcNow();
            var by = next.ToTimeSpan() - now.TimeOfDay;
            Interlocked.Add(ref ahead, (by > TimeSpan.FromMinutes(1) ? by : by + TimeSpan.FromDays(1)).Ticks);
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));
    }
}
