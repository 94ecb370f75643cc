using System.Globalization;
using NewsBot.Archive;
using NewsBot.Archive.LiteDb;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>
/// Subscriptions over a newsroom at work, through changes of the clocks, crashes, posts that fail or whose fate is unknown, and channels
/// that are out for longer than a digest waits.
/// </summary>
internal sealed class WindowYear(DateTimeOffset start, TimeSpan length, int seed) : IAsyncDisposable
{
    private static readonly DigestSchedule[] Schedules =
    [
        new(new TimeOnly(8, 0), "Europe/London", DigestDays.Daily, null),
        new(new TimeOnly(17, 30), "America/New_York", DigestDays.Daily, null),
        new(new TimeOnly(2, 30), "Europe/Berlin", DigestDays.Daily, null),
        new(new TimeOnly(7, 0), "Australia/Lord_Howe", DigestDays.Weekdays, null),
        new(new TimeOnly(16, 0), "Asia/Kolkata", DigestDays.Weekdays, null),
        new(new TimeOnly(9, 0), "Europe/London", DigestDays.Tuesday, null),
        new(new TimeOnly(18, 0), "Pacific/Auckland", DigestDays.Sunday, null),
    ];

    private readonly TemporaryFolder folder = new();
    private readonly SettableClock clock = new(start);
    private readonly Random random = new(seed);
    private readonly List<(Subscription Subscription, SightingChannel Channel)> subscribed = [];
    private SightingChannel[] channels = [];
    private LiteDbArticleStore articles = null!;
    private ArticleArchive archive = null!;
    private SimulatedNews news = null!;
    private StateDatabase? database;
    private SubscriptionStore store = null!;
    private DigestDelivery host = null!;
    private DateTimeOffset outUntil;
    private bool isCalm;

    public async Task<WindowCounts> RunAsync(CancellationToken cancellationToken)
    {
        articles = await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], clock, cancellationToken);
        archive = await ArticleArchive.OpenAsync(articles, new InMemoryPassageIndex(), cancellationToken);
        news = new SimulatedNews(articles, clock, random);
        channels =
        [
            new("keyless", TimeSpan.Zero, clock, Fate, End, SeeAsync),
            new("nonce", TimeSpan.FromMinutes(10), clock, Fate, End, SeeAsync),
            new("queue", TimeSpan.MaxValue, clock, () => Happening.IsAccepted, End, SeeAsync),
        ];
        await StartAsync();
        foreach (var (number, schedule) in Schedules.Index())
            await SubscribeAsync(channels[number % channels.Length], schedule, number, cancellationToken);
        await RunDueAsync(cancellationToken);

        var (end, nextNews) = (start + length, clock.Now);
        // At the end everything works, until each subscription had its post.
        while (clock.Now < end + TimeSpan.FromDays(9))
        {
            isCalm = clock.Now >= end;
            var wake = (await store.NextWakeAsync(SubscriptionKind.Digest, cancellationToken))!.Value;
            if (!isCalm && nextNews <= wake)
            {
                clock.Now = Later(nextNews);
                await news.HappenAsync(cancellationToken);
                nextNews = clock.Now.AddHours(-3 * Math.Log(1 - random.NextDouble()));
            }
            else
            {
                clock.Now = Later(wake).AddSeconds(random.Next(1, 60));
            }

            await RunDueAsync(cancellationToken);
        }

        return await CountAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        await archive.DisposeAsync();
        await articles.DisposeAsync();
        folder.Dispose();
    }

    private DateTimeOffset Later(DateTimeOffset time) => time > clock.Now ? time : clock.Now;

    private async Task RunDueAsync(CancellationToken cancellationToken)
    {
        await news.CatchUpAsync(cancellationToken);
        try
        {
            await host.RunDueAsync(cancellationToken);
        }
        catch (SimulatedCrash)
        {
            clock.Now += TimeSpan.FromMinutes(random.Next(1, 150));
            await StartAsync();
        }
    }

    private Happening Fate()
    {
        if (isCalm)
            return Happening.Arrives;
        if (random.Next(300) == 0)
            outUntil = clock.Now.AddHours(10);
        if (clock.Now < outUntil)
            return Happening.IsNotTaken;
        return random.Next(100) switch
        {
            < 2 => Happening.CrashesFirst,
            < 4 => Happening.ArrivesBeforeTheCrash,
            < 12 => Happening.IsNotTaken,
            < 14 => Happening.GetsLost,
            < 17 => Happening.ArrivesUnnoticed,
            < 18 => Happening.IsRefused,
            _ => Happening.Arrives,
        };
    }

    private PostResult? End() =>
        isCalm
            ? PostResult.Posted(null)
            : random.Next(40) switch
            {
                < 25 => null,
                < 36 => PostResult.Posted(null),
                < 39 => PostResult.Refused("the app is not installed there any more"),
                _ => PostResult.Unknown("the record of it is gone"),
            };

    private async Task<Sighting> SeeAsync(DigestPost post) =>
        new(
            post.Key,
            post.Digest,
            await articles.LastChangeAsync(CancellationToken.None),
            [.. Sighting.Covered(post.Digest).Select(news.SeenNow)]
        );

    private async Task StartAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        database = StateDatabase.Open(folder[StateDatabase.FileName], [SubscriptionStore.Schema], isDurable: false);
        store = new SubscriptionStore(database);
        var links = new ArticleLinks(new Uri("http://newsbot.test/"));
        host = new DigestDelivery(
            store,
            channels,
            new FewStories(new DigestNews(archive, new DigestWriter(archive, links), new DigestCorrections(archive, links))),
            clock,
            new DeliveryOptions { MaxParallel = 1 }
        );
    }

    private async Task SubscribeAsync(SightingChannel channel, DigestSchedule schedule, int number, CancellationToken cancellationToken)
    {
        var subscription = new Subscription
        {
            Channel = channel.Name,
            Conversation = number.ToString(CultureInfo.InvariantCulture),
            CreatedBy = "someone",
            Schedule = schedule,
        };
        subscribed.Add((await store.AddAsync(subscription, DueTimes.After(schedule, clock.Now), cancellationToken), channel));
    }

    private async Task<WindowCounts> CountAsync(CancellationToken cancellationToken)
    {
        var counts = new WindowCounts { Versions = news.Appearances.Count };
        foreach (var (subscription, channel) in subscribed)
        {
            var notes = await store.HistoryAsync(subscription.Id, 1000, cancellationToken);
            var outcomes = notes.ToDictionary(note => KeyOf(subscription, note.Day), note => note.Outcome);
            var arrived = channel.Arrived.Where(sighting => sighting.Key.StartsWith($"{subscription.Id}-", StringComparison.Ordinal));
            counts.Add(news.Appearances, [.. arrived], outcomes);
        }

        return counts;
    }

    private static string KeyOf(Subscription subscription, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{subscription.Id}-{day:yyyyMMdd}");
}
