using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>
/// A newsroom at work: articles that arrive at random times, in time and late, from long ago and without a day; updates, corrections,
/// kills, embargoes, and changes that show readers nothing. Knows what readers see, and since which change.
/// </summary>
internal sealed class SimulatedNews(LiteDbArticleStore store, SettableClock clock, Random random)
{
    private static readonly string[] Places = ["Ashford", "Milford", "Kyiv", "Bergen", "Lima", "Osaka", "Perth", "Tunis"];
    private static readonly string[] Subjects =
    [
        "the harbour",
        "a new tram line",
        "the flood",
        "school meals",
        "the old mill",
        "water prices",
    ];

    private readonly List<Item> items = [];
    private int markers;

    /// <summary>Everything that readers came to see, in order.</summary>
    public List<Appearance> Appearances { get; } = [];

    /// <summary>Returns the version of a source that readers see now.</summary>
    public Appearance SeenNow(string source) => Appearances.Last(one => one.Source == source);

    /// <summary>Lets something happen.</summary>
    public async Task HappenAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        var recent = items.TakeLast(60).Where(item => !item.IsKilled && item.Now is not null && item.Held is null).ToArray();
        var item = recent.Length == 0 ? null : recent[random.Next(recent.Length)];
        switch (random.Next(100))
        {
            case < 8 when item is not null:
                await PutAsync(item, WithOtherText(item.Now!.Article), cancellationToken);
                break;
            case < 20 when item is not null:
                await PutAsync(item, Correction(item) with { EmbargoedUntil = random.Next(4) == 0 ? Soon() : null }, cancellationToken);
                break;
            case < 26 when item is not null:
                item.IsKilled = true;
                await store.RuleAsync(new Ruling(item.Now!.Source, true, clock.Now, "ed", null), cancellationToken);
                End(item, await store.LastChangeAsync(cancellationToken), isKill: true);
                break;
            case < 30 when item is not null:
                item.Now!.Article = item.Now.Article with { Author = $"Author {random.Next()}" };
                await store.PutAsync([item.Now.Article], null, cancellationToken);
                break;
            default:
                items.Add(new Item(items.Count));
                await PutAsync(items[^1], New(), cancellationToken);
                break;
        }
    }

    /// <summary>Notes what the clock has let readers see.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var change = await store.LastChangeAsync(cancellationToken);
        foreach (var item in items.Where(item => item is { IsKilled: false, Held: not null } && item.Held.EmbargoedUntil <= clock.Now))
        {
            Show(item, item.Held!, change);
            item.Held = null;
        }
    }

    private async Task PutAsync(Item item, Article article, CancellationToken cancellationToken)
    {
        await store.PutAsync([article], null, cancellationToken);
        if (article.EmbargoedUntil > clock.Now)
            item.Held = article;
        else
            Show(item, article, await store.LastChangeAsync(cancellationToken));
    }

    private void Show(Item item, Article article, long change)
    {
        End(item, change, isKill: false);
        Appearances.Add(item.Now = new Appearance(item.Number, Appearances.Count, article, change));
    }

    private static void End(Item item, long change, bool isKill)
    {
        if (item.Now is { } seen)
            (seen.Until, seen.IsKilled) = (change, isKill);
        item.Now = null;
    }

    private Article New()
    {
        var published = random.Next(20) switch
        {
            0 => null as DateTimeOffset?,
            1 or 2 => clock.Now.AddDays(-random.Next(60, 2000)),
            < 6 => clock.Now.AddDays(-6 * random.NextDouble()),
            _ => clock.Now.AddMinutes(-random.Next(60)),
        };
        var number = items.Count;
        return WithOtherText(
            new Article
            {
                Source = $"{number:0000}.txt",
                Headline = "",
                Text = "",
                Published = published is { } time
                    ? new DateTimeOffset(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero)
                    : null,
                Outlet = $"Outlet {random.Next(5)}",
                Url = $"https://outlet.test/news/{number}",
                EmbargoedUntil = random.Next(10) == 0 ? Soon() : null,
            }
        );
    }

    private Article Correction(Item item) =>
        WithOtherText(
            item.Now!.Article with
            {
                Source = $"{item.Number:0000}-{Appearances.Count:0000}.txt",
                State = ArticleState.Corrected,
                StateNote = "The place was wrong.",
                // The newest version is the one that was published last.
                Published = item.Now.Article.Published is null ? null : clock.Now,
            }
        );

    // A word of its own, by which a test finds every trace of a version.
    private Article WithOtherText(Article article)
    {
        var (place, subject, marker) = (Places[random.Next(Places.Length)], Subjects[random.Next(Subjects.Length)], $"Marker{markers++}x");
        return article with
        {
            Headline = $"{place} argues about {subject}, {marker} says",
            Text =
                $"The council of {place} voted on {subject} after a long debate, {marker} said. "
                + $"The mayor of {place} called {subject} the most urgent matter of the year. "
                + $"People in {place} waited for hours to hear about {subject}.",
        };
    }

    private DateTimeOffset Soon() => clock.Now.AddHours(random.Next(1, 72));

    private sealed class Item(int number)
    {
        public int Number => number;

        public Appearance? Now { get; set; }

        public Article? Held { get; set; }

        public bool IsKilled { get; set; }
    }
}
