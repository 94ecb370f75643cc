using System.Globalization;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Tests.Subscriptions;

namespace NewsBot.Newsroom.Tests.Alerts;

/// <summary>
/// Alerts over a newsroom at work: articles that arrive in time, late, from long ago or under embargo, and are withdrawn; a channel that
/// rejects posts or loses its responses; hosts that crash before and after a post has arrived.
/// </summary>
internal sealed class AlertMonth(AlertDesk desk, int seed)
{
    private static readonly string[] Things = ["harbour", "tram", "flood", "school", "mill", "opera", "airport", "museum", "bridge"];
    private static readonly string[] Places = ["Ashford", "Milford", "Kyiv", "Bergen", "Lima", "Osaka", "Perth", "Tunis"];

    private readonly Random random = new(seed);
    private readonly List<Article> arrived = [];
    private readonly HashSet<string> old = new(StringComparer.Ordinal);
    private readonly HashSet<string> withdrawn = new(StringComparer.Ordinal);
    private DateTimeOffset outUntil;

    /// <summary>The alerts: conversation, and word.</summary>
    public static IReadOnlyList<(string Conversation, string Words, string Word)> Alerts { get; } =
    [
        ("one", "harbour", "harbour"),
        ("two", "flood hourly", "flood"),
        ("three", "Osaka daily 08:00 Europe/London", "Osaka"),
        ("four", "museum", "museum"),
    ];

    public int Crashes { get; private set; }

    /// <summary>Lets a month go by.</summary>
    public async Task RunAsync()
    {
        foreach (var (conversation, words, _) in Alerts)
            await desk.SayAsync("add " + words, conversation);
        desk.Channel.Script = _ => Fate();
        var (end, nextNews) = (desk.Clock.Now.AddDays(30), desk.Clock.Now);
        while (desk.Clock.Now < end)
        {
            if (nextNews <= desk.Clock.Now)
            {
                await HappenAsync();
                nextNews = desk.Clock.Now.AddHours(-2 * Math.Log(1 - random.NextDouble()));
            }

            if (random.Next(300) == 0)
                await desk.SayAsync("mute 1 5h", "four");
            await LookAsync(TimeSpan.FromMinutes(random.Next(1, 25)));
        }

        // At the end everything works, for as long as the slowest alert waits.
        desk.Channel.Script = null;
        for (var hour = 0; hour < 60; hour++)
        {
            await LookAsync(TimeSpan.FromHours(1));
            await desk.PutAsync(desk.Report($"quiet-{hour}.txt", "Quiet", "Nothing of note came about."));
        }
    }

    /// <summary>Returns the sources that an alert should have told: those with its word that are not from long ago.</summary>
    public IReadOnlyList<string> Expected(string word) =>
        [
            .. arrived
                .Where(article => article.Text.Contains(word, StringComparison.Ordinal) && !old.Contains(article.Source))
                .Select(article => article.Source)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Determines whether an article was withdrawn at some time.</summary>
    public bool IsWithdrawn(string source) => withdrawn.Contains(source);

    private async Task LookAsync(TimeSpan later)
    {
        try
        {
            await desk.RunAsync(later);
        }
        catch (SimulatedCrash)
        {
            Crashes++;
            desk.Clock.Now += TimeSpan.FromMinutes(random.Next(1, 200));
            await desk.RestartAsync();
        }
    }

    private async Task HappenAsync()
    {
        if (random.Next(12) == 0 && arrived.Count > 0)
        {
            var gone = arrived[random.Next(arrived.Count)].Source;
            withdrawn.Add(gone);
            await desk.WithdrawAsync(gone);
            return;
        }

        // A story has one to three reports.
        var (thing, place) = (Things[random.Next(Things.Length)], Places[random.Next(Places.Length)]);
        var number = arrived.Count.ToString("0000", CultureInfo.InvariantCulture);
        for (var report = 0; report <= random.Next(3); report++)
        {
            var article = desk.Report(
                $"{number}-{report}.txt",
                $"{place} {thing} news {number}",
                $"The {thing} of {place} made news {number}."
            );
            article = random.Next(20) switch
            {
                0 => article with { Published = desk.Clock.Now.AddDays(-40) },
                1 => article with { Published = desk.Clock.Now.AddDays(-3) },
                2 => article with { EmbargoedUntil = desk.Clock.Now.AddHours(5) },
                _ => article,
            };
            if (article.Published < desk.Clock.Now.AddDays(-8))
                old.Add(article.Source);
            arrived.Add(article);
            await desk.PutAsync(article);
        }
    }

    private Happening Fate()
    {
        if (random.Next(150) == 0)
            outUntil = desk.Clock.Now.AddHours(10);
        if (desk.Clock.Now < outUntil)
            return Happening.IsNotTaken;
        return random.Next(100) switch
        {
            < 5 => Happening.CrashesFirst,
            < 10 => Happening.ArrivesBeforeTheCrash,
            < 18 => Happening.IsNotTaken,
            < 20 => Happening.GetsLost,
            < 24 => Happening.ArrivesUnnoticed,
            _ => Happening.Arrives,
        };
    }
}
