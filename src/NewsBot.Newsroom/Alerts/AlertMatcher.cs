using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Catalogue;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Stories;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Compares what has changed in the archive with the alerts, and records what they find. Not thread-safe.</summary>
/// <param name="store">The alerts.</param>
/// <param name="archive">The archive, in which any process may change articles.</param>
/// <param name="answers">Answers questions from given articles.</param>
/// <param name="desks">Returns the desk of each conversation now.</param>
/// <param name="time">The clock.</param>
internal sealed class AlertMatcher(
    AlertStore store,
    ArticleArchive archive,
    ArticleAnswers answers,
    Func<DeskList> desks,
    TimeProvider time
)
{
    /// <summary>Specifies the story of everything that answers a question.</summary>
    private const string TheAnswer = "";

    /// <summary>An article with fewer of a question's words does not answer it.</summary>
    private const double QuestionShare = 0.5;

    /// <summary>A report of a story shares words with its headline; the grouping decides.</summary>
    private const double StoryShare = 0.25;

    /// <summary>More articles are looked at in several steps, so that a large ingest needs no more memory than this.</summary>
    private const int MostAtOnce = 500;

    private readonly OtherReports otherReports = new(archive);
    private long seen = -1;

    /// <summary>Looks at what has changed since the alerts looked last; cheap where nothing has.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var newest = await archive.LastChangeAsync(cancellationToken).ConfigureAwait(false);
        if (newest == seen)
            return;
        // Questions and stories are looked up in the index, which must have what is new.
        await archive.RefreshAsync(cancellationToken).ConfigureAwait(false);
        var isDone = true;
        var looking = await store.LookingAsync(cancellationToken).ConfigureAwait(false);
        foreach (var together in looking.GroupBy(one => one.Cursor, one => one.Alert, StringComparer.Ordinal))
            isDone &= await LookAsync([.. together], together.Key, newest, cancellationToken).ConfigureAwait(false);
        if (isDone)
            seen = newest;
    }

    /// <summary>Looks at what is new to alerts with the same cursor; returns false when there is more.</summary>
    private async Task<bool> LookAsync(IReadOnlyList<Alert> alerts, string cursor, long newest, CancellationToken cancellationToken)
    {
        var point = await PointAsync(newest, cancellationToken).ConfigureAwait(false);
        var from = DigestCursor.Read(cursor);
        if (from?.Change == point.Change && from.History == point.History)
            return true;
        // The numbers of another archive mean nothing here; alerts begin with what comes from now on.
        CataloguedArticle[] arrived =
            from is null || await from.IsOfAnotherAsync(point, archive.HistoryAsync, cancellationToken).ConfigureAwait(false)
                ? []
                : Arrived(await archive.CatalogueAsync(cancellationToken).ConfigureAwait(false), from, newest);
        var isDone = arrived.Length <= MostAtOnce;
        if (!isDone)
        {
            arrived = [.. arrived.Take(MostAtOnce)];
            point = await PointAsync(arrived[^1].Shown, cancellationToken).ConfigureAwait(false);
        }

        var found = await FindAsync(alerts, arrived, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        await store
            .RecordAsync(
                [.. alerts.Select(alert => (alert.Subscription.Id, cursor, found(alert)))],
                new DigestCursor(point.Change, point.History, now),
                now,
                cancellationToken
            )
            .ConfigureAwait(false);
        return isDone;
    }

    private async Task<ArchivePoint> PointAsync(long change, CancellationToken cancellationToken) =>
        new(change, await archive.HistoryAsync(change, cancellationToken).ConfigureAwait(false));

    private async Task<Func<Alert, IReadOnlyList<AlertMatch>>> FindAsync(
        IReadOnlyList<Alert> alerts,
        IReadOnlyList<CataloguedArticle> arrived,
        CancellationToken cancellationToken
    )
    {
        var articles = new List<NewArticle>();
        foreach (var article in arrived)
        {
            if (
                await archive.FindAsync(article.Source, cancellationToken).ConfigureAwait(false) is { } archived
                && archive.StageOf(archived, null) == ArticleStage.Current
            )
                articles.Add(NewArticle.Of(archived, article.Shown));
        }

        var found = await CorrectionsAsync(arrived, cancellationToken).ConfigureAwait(false);
        var index = new NewArticles(articles);
        var stories = new StoryFinder(otherReports);
        foreach (var alert in alerts)
        {
            var matches = found.GetValueOrDefault(alert.Subscription.Id, []);
            var corrected = matches.Select(match => match.Source).ToHashSet(StringComparer.Ordinal);
            var rights = ReaderRights.Of(desks().Of(alert.Subscription.Reader));
            var matching = alert.Form switch
            {
                AlertForm.Words => AlertQuery.Read(alert.Text).Query is { } query ? index.Matching(query) : [],
                AlertForm.Question => index.Near(alert.Text, QuestionShare),
                _ => index.Near(alert.Text, StoryShare),
            };
            NewArticle[] visible = [.. matching.Where(one => rights.Allow(one.Article) && !corrected.Contains(one.Article.Source))];
            if (visible.Length > 0)
                matches.AddRange(await MatchesAsync(alert, visible, rights, stories, cancellationToken).ConfigureAwait(false));
            found[alert.Subscription.Id] = matches;
        }

        return alert => found[alert.Subscription.Id];
    }

    private static CataloguedArticle[] Arrived(ArticleCatalogue catalogue, DigestCursor from, long newest) =>
        [
            .. catalogue
                .ShownAfter(from.Change)
                .Where(article => article.Shown <= newest && !DigestWindow.IsOld(article.ReadableFrom, from.At))
                .OrderBy(article => article.Shown),
        ];

    /// <summary>Returns, for each alert, the corrections and withdrawals of what it has told.</summary>
    private async Task<Dictionary<long, List<AlertMatch>>> CorrectionsAsync(
        IReadOnlyList<CataloguedArticle> arrived,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var found = new Dictionary<long, List<AlertMatch>>();
        foreach (var article in arrived.Where(article => article.IsCorrected))
        {
            var versions = (await archive.ItemAsync(article.Source, cancellationToken).ConfigureAwait(false)).Versions;
            string[] sources = [.. versions.Select(version => version.Article.Article.Source)];
            foreach (var told in await store.ToldByAsync(sources, cancellationToken).ConfigureAwait(false))
                Add(told.Key, article.Source, AlertMatchKind.Correction, article.Shown);
        }

        string[] withdrawn = [.. (await archive.WithdrawnAsync(cancellationToken).ConfigureAwait(false)).Keys];
        foreach (var told in await store.ToldByAsync(withdrawn, cancellationToken).ConfigureAwait(false))
        {
            foreach (var source in told)
                Add(told.Key, source, AlertMatchKind.Withdrawal, long.MaxValue);
        }

        return found;

        void Add(long alert, string source, AlertMatchKind kind, long change)
        {
            if (!found.TryGetValue(alert, out var matches))
                found[alert] = matches = [];
            matches.Add(new AlertMatch(source, kind, source, change, now));
        }
    }

    private async Task<IReadOnlyList<AlertMatch>> MatchesAsync(
        Alert alert,
        IReadOnlyList<NewArticle> articles,
        ReaderRights rights,
        StoryFinder stories,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        if (alert.Form == AlertForm.Question)
        {
            string[] sources = [.. articles.Select(article => article.Article.Source)];
            var answer = await answers.AskAsync(alert.Text, sources, rights.Desk, cancellationToken).ConfigureAwait(false);
            return answer.Outcome == Outcome.Answered
                ?
                [
                    .. articles
                        .Where(article => answer.Citations.Any(citation => citation.Source == article.Article.Source))
                        .Select(article => Match(article, TheAnswer)),
                ]
                : [];
        }

        var (_, known) = await store.FindAsync(alert.Subscription.Id, cancellationToken).ConfigureAwait(false);
        var storyOf = known
            .Where(match => match.Kind == AlertMatchKind.Article)
            .ToDictionary(match => match.Source, match => match.Story, StringComparer.Ordinal);
        var found = new List<AlertMatch>();
        foreach (var article in articles.Where(article => !storyOf.ContainsKey(article.Article.Source)))
        {
            var others = await stories.OthersAsync(article.Article, rights, cancellationToken).ConfigureAwait(false);
            var story = others.Where(storyOf.ContainsKey).Select(other => storyOf[other]).FirstOrDefault();
            // A story that is followed has only articles that its grouping puts with those known.
            if (story is null && alert.Form == AlertForm.Story)
                continue;
            storyOf[article.Article.Source] = story ?? article.Article.Source;
            found.Add(Match(article, story ?? article.Article.Source));
        }

        return found;

        AlertMatch Match(NewArticle article, string story) =>
            new(article.Article.Source, AlertMatchKind.Article, story, article.Change, now);
    }
}
