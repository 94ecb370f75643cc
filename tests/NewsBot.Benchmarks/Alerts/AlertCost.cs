using System.Diagnostics;
using System.Globalization;
using NewsBot.Archive;
using NewsBot.Archive.LiteDb;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Search.Index;
using NewsBot.Semantics;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Alerts;

/// <summary>What a thousand alerts cost in one process, by a clock that goes from the day of one article to that of the next.</summary>
internal sealed class AlertCost
{
    private const int Conversations = 100;
    private readonly string folder;
    private readonly AlertNews news;
    private readonly FakeTime clock = new();
    private readonly TimedChannel channel = new();

    private AlertCost(string folder, AlertNews news) => (this.folder, this.news) = (folder, news);

    /// <summary>Gets what each article cost, in the order of their arrival.</summary>
    public List<AlertLook> Looks { get; } = [];

    /// <summary>Gets how many matches were recorded, left untold, and told by more than one post.</summary>
    public (int Found, int Untold, int ToldTwice) Matches { get; private set; }

    /// <summary>Measures.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="news">What is there, and what arrives.</param>
    /// <param name="questions">Questions that alerts wait for.</param>
    public static async Task<AlertCost> MeasureAsync(string folder, AlertNews news, IReadOnlyList<string> questions)
    {
        var cost = new AlertCost(folder, news);
        await cost.RunAsync(questions, CancellationToken.None);
        return cost;
    }

    private async Task RunAsync(IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        clock.SetWallClock(news.Arriving[0].Facts.Published!.Value);
        await using var store = await LiteDbArticleStore.OpenAsync(Path.Combine(folder, "newsbot.litedb"), clock, cancellationToken);
        await using var archive = await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), cancellationToken);
        var known = Path.Combine(folder, "known.jsonl");
        await news.WriteKnownAsync(known);
        await archive.IngestAsync([known], null, cancellationToken);
        await archive.RefreshAsync(cancellationToken);
        using var reading = new ReadingModelLoader(ReadingModel.OwnFolder, Environment.ProcessorCount);
        var links = new ArticleLinks(new Uri("http://newsbot.invalid/"));
        var kernel = new NewsroomKernel(archive, links, clock, new AnswerOptions { Reading = reading });
        await using var database = StateDatabase.Open(
            Path.Combine(folder, StateDatabase.FileName),
            [SubscriptionStore.Schema, AlertStore.Schema]
        );
        var (alerts, subscriptions) = (new AlertStore(database), new SubscriptionStore(database));
        var options = new AlertOptions();
        var digests = new DigestNews(archive, new DigestWriter(archive, links), new DigestCorrections(archive, links));
        await AddAsync(new AlertCommands(alerts, subscriptions, digests, options, clock), questions, cancellationToken);
        await FollowAsync(alerts, await digests.PointAsync(cancellationToken), options, cancellationToken);
        var delivery = new AlertDelivery(
            alerts,
            subscriptions,
            [channel],
            archive,
            links,
            kernel.AskAsync,
            clock,
            options,
            new DeliveryOptions()
        );
        await delivery.RunOnceAsync(cancellationToken);
        foreach (var (line, facts) in news.Arriving)
            Looks.Add(await LookAsync(archive, delivery, line, facts.Published!.Value, cancellationToken));

        // What waited for the half hour between two posts about a story.
        for (var again = 0; again < 200; again++)
        {
            clock.Advance(options.BetweenUpdates + TimeSpan.FromMinutes(1));
            var before = channel.Posts.Count;
            await delivery.RunOnceAsync(cancellationToken);
            if (channel.Posts.Count == before)
                break;
        }

        Matches = await CountAsync(alerts, cancellationToken);
    }

    private async Task AddAsync(AlertCommands commands, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        foreach (var (number, words) in MixedAlerts.Of(news.RecentFacts, questions).Index())
        {
            var said = await commands.AnswerAsync(
                new SubscriptionRequest
                {
                    Channel = channel.Name,
                    Reader = new ReaderPlace(Name(number), Person: "someone"),
                    MayManage = true,
                    Words = $"{AlertVerbs.Add} {words}",
                    Syntax = AlertSyntax.Message,
                },
                cancellationToken
            );
            if (!said.StartsWith("Alert ", StringComparison.Ordinal))
                throw new InvalidOperationException($"The alert “{words}” was not made: {said}");
        }
    }

    private async Task FollowAsync(AlertStore alerts, ArchivePoint point, AlertOptions options, CancellationToken cancellationToken)
    {
        var stories = MixedAlerts.Mix.First(kind => kind.Kind == "a story").Count;
        foreach (var (number, article) in news.RecentFacts.TakeLast(stories).Index())
        {
            var subscription = new Subscription
            {
                Kind = SubscriptionKind.Alert,
                Channel = channel.Name,
                Conversation = Name(number),
                CreatedBy = "someone",
                Schedule = AlertReader.Usual with { Topic = article.Headline },
            };
            await alerts.AddAsync(
                new Alert(subscription, AlertForm.Story, AlertPace.AtOnce),
                point,
                [article.Source],
                options.MostInAll,
                clock.GetUtcNow(),
                cancellationToken
            );
        }
    }

    private async Task<AlertLook> LookAsync(
        ArticleArchive archive,
        AlertDelivery delivery,
        string line,
        DateTimeOffset published,
        CancellationToken cancellationToken
    )
    {
        var wait = published - clock.GetUtcNow();
        clock.Advance(wait > TimeSpan.FromMinutes(1) ? wait : TimeSpan.FromMinutes(1));
        var file = Path.Combine(folder, $"{Looks.Count}.jsonl");
        await File.WriteAllTextAsync(file, line + "\n", cancellationToken);
        var before = channel.Posts.Count;
        await archive.IngestAsync([file], null, cancellationToken);
        var (begun, processor, allocated) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        await delivery.RunOnceAsync(cancellationToken);
        return new AlertLook(
            Stopwatch.GetElapsedTime(begun),
            [.. channel.Posts.Skip(before).Select(post => Stopwatch.GetElapsedTime(begun, post.At))],
            Environment.CpuUsage.TotalTime - processor,
            GC.GetTotalAllocatedBytes() - allocated
        );
    }

    private async Task<(int Found, int Untold, int ToldTwice)> CountAsync(AlertStore alerts, CancellationToken cancellationToken)
    {
        var (found, untold) = (0, 0);
        for (var alert = 1L; alert <= MixedAlerts.Mix.Sum(kind => kind.Count); alert++)
        {
            var (_, matches) = await alerts.FindAsync(alert, cancellationToken);
            found += matches.Count(match => match.Change > 0);
            untold += matches.Count(match => match.ToldAt is null);
        }

        var twice = channel
            .Posts.SelectMany(post =>
                post.Post.Stories.SelectMany(story => story.Articles)
                    .Concat(post.Post.Others)
                    .Select(article => (Alert: post.Post.Key.Split('-')[0], article.Source))
            )
            .CountBy(told => told)
            .Count(told => told.Value > 1);
        return (found, untold, twice);
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"room-{number % Conversations}");
}
