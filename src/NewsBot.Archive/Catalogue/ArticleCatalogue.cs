using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.Catalogue;

/// <summary>
/// Lists the articles that readers see, by day, outlet and section. Kept in memory and in step with the archive. Thread-safe.
/// </summary>
/// <param name="changesSince">Returns what has changed since a change, as readers see it.</param>
public sealed class ArticleCatalogue(Func<long, CancellationToken, IAsyncEnumerable<ArticleChange>> changesSince) : IDisposable
{
    private readonly SemaphoreSlim catchingUp = new(1, 1);
    private readonly Dictionary<long, Entry> articles = [];

    // One copy of each name for all its articles.
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private long lastChange;

    /// <summary>
    /// Brings the catalogue up to date and returns the number of the newest change. The first call reads the whole archive.
    /// </summary>
    public async Task<long> CatchUpAsync(CancellationToken cancellationToken)
    {
        await catchingUp.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await foreach (var change in changesSince(lastChange, cancellationToken).ConfigureAwait(false))
            {
                lock (articles)
                {
                    if (change.Article is { } article)
                        articles[change.Id] = Read(article, change);
                    else
                        articles.Remove(change.Id);
                }

                lastChange = Math.Max(lastChange, change.Change);
            }

            return lastChange;
        }
        finally
        {
            catchingUp.Release();
        }
    }

    /// <summary>Returns the newest day of any article; null when none has a day.</summary>
    public DateOnly? Newest()
    {
        lock (articles)
            return articles.Values.Max(article => article.Day);
    }

    /// <summary>Returns the sources of the articles from one day to another, inclusive.</summary>
    public IReadOnlyList<string> Between(DateOnly first, DateOnly last)
    {
        lock (articles)
            return
            [
                .. articles
                    .Values.Where(article => article.Day >= first && article.Day <= last)
                    .Select(article => article.Source)
                    .Order(StringComparer.Ordinal),
            ];
    }

    /// <summary>Returns the sources of the articles without a day, the most recently changed first.</summary>
    public IReadOnlyList<string> Undated(int most)
    {
        lock (articles)
            return
            [
                .. articles
                    .Values.Where(article => article.Day is null)
                    .OrderByDescending(article => article.Change)
                    .Take(most)
                    .Select(article => article.Source),
            ];
    }

    /// <summary>Returns the articles that readers came to see, in their present content, after a change; in no order.</summary>
    public IReadOnlyList<CataloguedArticle> ShownAfter(long change)
    {
        lock (articles)
            return
            [
                .. articles
                    .Values.Where(article => article.Shown > change)
                    .Select(article => new CataloguedArticle(article.Source, article.Shown, article.IsCorrected)
                    {
                        Day = article.Day,
                        ReadableFrom = article.ReadableFrom,
                    }),
            ];
    }

    /// <summary>Returns the ids of the articles that pass a filter by outlet and section, whatever their day.</summary>
    public IReadOnlySet<long> IdsOf(ArticleFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        lock (articles)
        {
            // There are far fewer names than articles.
            var passed = new Dictionary<(string?, string?), bool>();
            var ids = new HashSet<long>();
            foreach (var (id, article) in articles)
            {
                var publisher = (article.Outlet, article.Section);
                if (!passed.TryGetValue(publisher, out var passes))
                    passed[publisher] = passes = filter.AllowsPublisher(article.Outlet, article.Section);
                if (passes)
                    ids.Add(id);
            }

            return ids;
        }
    }

    /// <summary>Returns a summary of the archive.</summary>
    public ArchiveSummary Summarise()
    {
        lock (articles)
        {
            return new ArchiveSummary
            {
                Articles = articles.Count,
                Days = new NewsDays(articles.Values.Where(article => article.Day is not null).CountBy(article => article.Day!.Value)),
                Outlets = MostFirst(articles.Values.Select(article => article.Outlet)),
                Sections = MostFirst(articles.Values.Select(article => article.Section)),
            };
        }
    }

    /// <inheritdoc />
    public void Dispose() => catchingUp.Dispose();

    private static string[] MostFirst(IEnumerable<string?> names) =>
        [
            .. names
                .OfType<string>()
                .CountBy(name => name)
                .OrderByDescending(name => name.Value)
                .ThenBy(name => name.Key, StringComparer.Ordinal)
                .Select(name => name.Key),
        ];

    private Entry Read(Article article, ArticleChange change) =>
        new(article.Source, article.PublishedOn, Once(OutletName.Known(article)), Once(article.Section), change.Change)
        {
            Shown = change.Shown,
            ReadableFrom =
                article.EmbargoedUntil > article.Published ? article.EmbargoedUntil : article.Published ?? article.EmbargoedUntil,
            IsCorrected = article.State == ArticleState.Corrected,
        };

    private string? Once(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        if (names.TryGetValue(name, out var known))
            return known;
        names.Add(name, name);
        return name;
    }

    private sealed record Entry(string Source, DateOnly? Day, string? Outlet, string? Section, long Change)
    {
        public required long Shown { get; init; }

        public required DateTimeOffset? ReadableFrom { get; init; }

        public required bool IsCorrected { get; init; }
    }
}
