using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Catalogue;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Stories;
using NewsBot.Search.Calendar;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Digests;

/// <summary>
/// Writes the digest of a day or of a window: groups its articles and those of the two weeks before into stories, ranks them, chooses
/// sentences and cites them. Thread-safe.
/// </summary>
/// <param name="archive">The archive of articles.</param>
/// <param name="links">Makes the links to citations and sources.</param>
/// <param name="reading">Loads the model that reads sentences. When null, or when the model cannot be loaded, words alone decide.</param>
public sealed class DigestWriter(ArticleArchive archive, ArticleLinks links, ReadingModelLoader? reading = null)
{
    /// <summary>The most articles without a day that are compared with the day's: those changed last.</summary>
    private const int MostUndated = 500;

    /// <summary>A story with the topic in its headline comes before those that only mention it, if they are about equally big.</summary>
    private const double HeadedByTopic = 1;

    /// <summary>
    /// Returns the digest of a day or window, without stories when it has no articles; null when the newest day is wanted and no article
    /// has a day.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled before the digest was written.</exception>
    public async Task<Digest?> WriteAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var catalogue = await archive.CatalogueAsync(cancellationToken).ConfigureAwait(false);
        if (request.Window is { } window)
            return await WriteWindowAsync(request, window, catalogue, cancellationToken).ConfigureAwait(false);
        if ((request.Date ?? catalogue.Newest(request.Desk?.Articles)) is not { } date)
            return null;
        var dated = await FindAsync(catalogue.Between(date.PlusDays(1 - StoryBook.OpenDays), date), request, cancellationToken)
            .ConfigureAwait(false);
        if (dated.Values.All(article => article.Article.PublishedOn != date))
            return Empty(request, date);
        var undated = await FindAsync(catalogue.Undated(MostUndated), request, cancellationToken).ConfigureAwait(false);
        var all = dated.Concat(undated).ToDictionary(StringComparer.Ordinal);
        // Nobody knows when an article without a day was written: it counts as the day's only when no other article of the story has a day.
        var stories = Stories(
            date,
            all,
            group => group.Last == date,
            (group, article) => article.PublishedOn is { } day ? day == date : group.First == date
        );
        var apart = dated
            .Values.Select(article => article.Article)
            .Where(article => article.PublishedOn == date && !ArticleForm.IsNews(article));
        return await WriteAsync(Empty(request, date), stories, apart, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Digest> WriteWindowAsync(
        DigestRequest request,
        DigestWindow window,
        ArticleCatalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        var articles = WindowArticles.Of(catalogue, window);
        var news = await FindAsync(articles.News.Select(article => article.Source), request, cancellationToken).ConfigureAwait(false);
        var digest = Empty(request, DateOnly.FromDateTime(window.To.UtcDateTime)) with
        {
            Older = await OlderAsync(articles.Older, request, cancellationToken).ConfigureAwait(false),
        };
        if (news.Count == 0)
            return digest;
        var days = news.Values.Select(article => article.Article.PublishedOn).OfType<DateOnly>().DefaultIfEmpty(digest.Date).ToArray();
        var around = catalogue.Between(days.Min().PlusDays(1 - StoryBook.OpenDays), days.Max()).Concat(catalogue.Undated(MostUndated));
        // What came after the window is not known yet, or the next digest would have nothing new to say of it.
        var earlier = await FindAsync(
                around.Where(source => !news.ContainsKey(source) && !articles.Later.Contains(source)),
                request,
                cancellationToken
            )
            .ConfigureAwait(false);
        var all = news.Concat(earlier).ToDictionary(StringComparer.Ordinal);
        var stories = Stories(
            digest.Date,
            all,
            group => group.Articles.Any(article => news.ContainsKey(article.Key)),
            (_, article) => news.ContainsKey(article.Source)
        );
        var apart = news.Values.Select(article => article.Article).Where(article => !ArticleForm.IsNews(article));
        return await WriteAsync(digest, stories, apart, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Digest> WriteAsync(
        Digest empty,
        IEnumerable<DayStory> groups,
        IEnumerable<Article> apart,
        DigestRequest request,
        CancellationToken cancellationToken
    )
    {
        var topic = request.Topic is null ? null : new TopicWords(request.Topic);
        DayStory[] found =
        [
            .. groups
                .Where(story => topic is null || story.IsAbout(topic))
                .OrderByDescending(story => story.Importance + (topic is not null && story.IsHeadedBy(topic) ? HeadedByTopic : 0))
                .ThenBy(story => story.Headline, StringComparer.Ordinal),
        ];
        var numbers = new CitationNumbers(links);
        var model = reading is null ? null : (await reading.LoadAsync(cancellationToken).ConfigureAwait(false)).Model;
        var reports = model is null ? null : new ReportComparer(model, cancellationToken);
        DigestStory[] stories =
        [
            .. found.Take(request.MaxStories).Select(story => story.Write(numbers, links, reports)).OfType<DigestStory>(),
        ];
        var shown = stories.SelectMany(story => story.Sources).Select(source => source.Source).ToHashSet(StringComparer.Ordinal);
        Article[] covered = [.. found.SelectMany(story => story.Fresh), .. apart.Where(article => topic?.AreIn(article) != false)];
        return empty with
        {
            Articles = covered.Length,
            Stories = stories,
            Citations = numbers.All,
            Others = Others(covered.Where(article => !shown.Contains(article.Source))),
        };
    }

    private DigestOthers[] Others(IEnumerable<Article> articles) =>
        [
            .. articles
                .OrderBy(article => article.Published ?? DateTimeOffset.MaxValue)
                .ThenBy(article => article.Source, StringComparer.Ordinal)
                .GroupBy(article => article.PublishedOn)
                .OrderByDescending(day => day.Key ?? DateOnly.MinValue)
                .Select(day => new DigestOthers(
                    day.Key,
                    day.Key is { } date ? links.ToDigest(date) : links.ToSearch(),
                    [.. day.Select(article => DigestSource.Of(article, links, isCopy: false))]
                )),
        ];

    private async Task<IReadOnlyList<string>> OlderAsync(
        IReadOnlyList<CataloguedArticle> older,
        DigestRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request is { Topic: null, Desk: null })
            return [.. older.Select(article => article.Source)];
        var topic = request.Topic is null ? null : new TopicWords(request.Topic);
        var found = new List<string>();
        // One by one: an archive of years may have come at once.
        foreach (var article in older)
        {
            if (
                await FindAsync(article.Source, request, cancellationToken).ConfigureAwait(false) is { } seen
                && topic?.AreIn(seen.Article) != false
            )
                found.Add(article.Source);
        }

        return found;
    }

    /// <summary>Returns the stories of a day or window, from the articles that report news.</summary>
    private static IEnumerable<DayStory> Stories(
        DateOnly date,
        Dictionary<string, ArchivedArticle> all,
        Func<StoryGroup, bool> isCurrent,
        Func<StoryGroup, Article, bool> isFresh
    )
    {
        var reports = all.Values.Select(article => article.Article).Where(ArticleForm.IsNews).ToDictionary(report => report.Source);
        var interest = new Interest(reports.Values);
        return EventGroups
            .Of(StoryBook.Group(reports.Values.Select(StoryArticle.Of)), reports, isCurrent, isFresh)
            .Select(groups => new DayStory(groups, date, all, isFresh, interest));
    }

    private static Digest Empty(DigestRequest request, DateOnly date) =>
        new()
        {
            Date = date,
            Window = request.Window,
            Topic = request.Topic,
            Desk = request.Desk?.Name,
            Articles = 0,
            Stories = [],
            Citations = [],
        };

    private async Task<Dictionary<string, ArchivedArticle>> FindAsync(
        IEnumerable<string> sources,
        DigestRequest request,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, ArchivedArticle>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (await FindAsync(source, request, cancellationToken).ConfigureAwait(false) is { } article)
                found[source] = article;
        }

        return found;
    }

    // A version superseded since the catalogue was read still has a page, but has no place in a digest.
    private async Task<ArchivedArticle?> FindAsync(string source, DigestRequest request, CancellationToken cancellationToken) =>
        await archive.StageOfAsync(source, cancellationToken).ConfigureAwait(false) is { Stage: ArticleStage.Current } version
        && request.Desk?.MaySee(version.Article.Article) != false
            ? version.Article
            : null;
}
