using System.Runtime.CompilerServices;
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

    // The ids of each selection, made once for each state of the archive.
    private readonly ConditionalWeakTable<ArticleSelection, Members> membersOf = [];
    private long lastChange;

    /// <summary>Gets a value indicating whether the archive was read into it.</summary>
    public bool IsRead => Volatile.Read(ref lastChange) > 0;

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
                    lastChange = Math.Max(lastChange, change.Change);
                }
            }

            return lastChange;
        }
        finally
        {
            catchingUp.Release();
        }
    }

    /// <summary>Returns the newest day of any article of a selection, or of all; null when none has a day.</summary>
    public DateOnly? Newest(ArticleSelection? selection = null)
    {
        lock (articles)
            return In(selection).Max(article => article.Day);
    }

    /// <summary>Returns the sources of the articles of a selection, or of all, from one day to another, inclusive.</summary>
    public IReadOnlyList<string> Between(DateOnly first, DateOnly last, ArticleSelection? selection = null)
    {
        lock (articles)
            return
            [
                .. In(selection)
                    .Where(article => article.Day >= first && article.Day <= last)
                    .Select(article => article.Source)
                    .Order(StringComparer.Ordinal),
            ];
    }

    /// <summary>
    /// Returns a number that changes when an article from one day to another, inclusive, or an article without a day is added, replaced or
    /// removed.
    /// </summary>
    public long PrintOf(DateOnly first, DateOnly last)
    {
        lock (articles)
        {
            var print = 0L;
            foreach (var (id, article) in articles)
            {
                if (article.Day is not { } day || (day >= first && day <= last))
                    print = unchecked(print + HashCode.Combine(id, article.Change) * 0x5851F42D4C957F2D);
            }

            return print;
        }
    }

    /// <summary>Returns the sources of the articles of a selection, or of all, without a day, the most recently changed first.</summary>
    public IReadOnlyList<string> Undated(int most, ArticleSelection? selection = null)
    {
        lock (articles)
            return
            [
                .. In(selection)
                    .Where(article => article.Day is null)
                    .OrderByDescending(article => article.Change)
                    .Take(most)
                    .Select(article => article.Source),
            ];
    }

    /// <summary>Returns the articles that readers came to see, in their present content, after a change; in no order.</summary>
    public IReadOnlyList<CataloguedArticle> ShownAfter(long change)
    {
        lock (articles)
            return [.. articles.Values.Where(article => article.Shown > change).Select(Public)];
    }

    /// <summary>
    /// Returns the articles of a scope, the newest day first and those without a day last; of one day, those that readers came to see last
    /// first.
    /// </summary>
    public IReadOnlyList<CataloguedArticle> NewestFirst(ArticleScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        lock (articles)
            return
            [
                .. In(scope.Selection)
                    .Where(article => scope.Filter.AllowsDay(article.Day) && scope.Filter.AllowsPublisher(article.Outlet, article.Section))
                    .OrderByDescending(article => article.Day)
                    .ThenByDescending(article => article.Shown)
                    .Select(Public),
            ];
    }

    /// <summary>
    /// Returns about when readers came to see articles, by source: the newest time of publication among the articles of a selection, or of
    /// all, that they saw by then. Nobody records the time itself. Without the sources before which none has a time.
    /// </summary>
    public IReadOnlyDictionary<string, DateTimeOffset> SeenAbout(IReadOnlySet<string> sources, ArticleSelection? selection = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        lock (articles)
        {
            var seen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            DateTimeOffset? newest = null;
            foreach (var article in In(selection).OrderBy(article => article.Shown))
            {
                if (article.ReadableFrom > newest || newest is null)
                    newest = article.ReadableFrom;
                if (newest is { } time && sources.Contains(article.Source))
                    seen[article.Source] = time;
            }

            return seen;
        }
    }

    /// <summary>Returns the ids of the articles of a scope, whatever their day.</summary>
    public IReadOnlySet<long> IdsOf(ArticleScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var filter = scope.Filter;
        lock (articles)
        {
            var members = scope.Selection is { } selection ? MembersOf(selection) : null;
            if (members is not null && filter is { Outlet: null, Section: null })
                return members;

            // There are far fewer names than articles.
            var passed = new Dictionary<(string?, string?), bool>();
            var ids = new HashSet<long>();
            foreach (var (id, article) in articles)
            {
                var publisher = (article.Outlet, article.Section);
                if (!passed.TryGetValue(publisher, out var passes))
                    passed[publisher] = passes = filter.AllowsPublisher(article.Outlet, article.Section);
                if (passes && members?.Contains(id) != false)
                    ids.Add(id);
            }

            return ids;
        }
    }

    /// <summary>Returns a summary of the articles of a selection, or of all.</summary>
    public ArchiveSummary Summarise(ArticleSelection? selection = null)
    {
        lock (articles)
        {
            var seen = In(selection).ToList();
            return new ArchiveSummary
            {
                Articles = seen.Count,
                Days = new NewsDays(seen.Where(article => article.Day is not null).CountBy(article => article.Day!.Value)),
                Outlets = MostFirst(seen.Select(article => article.Outlet)),
                Sections = MostFirst(seen.Select(article => article.Section)),
            };
        }
    }

    /// <inheritdoc />
    public void Dispose() => catchingUp.Dispose();

    private IEnumerable<Entry> In(ArticleSelection? selection) =>
        selection is null ? articles.Values : MembersOf(selection).Select(id => articles[id]);

    private HashSet<long> MembersOf(ArticleSelection selection)
    {
        if (membersOf.TryGetValue(selection, out var known) && known.Change == lastChange)
            return known.Ids;
        var ids = articles
            .Where(article => selection.Contains(article.Value.Source, article.Value.Outlet, article.Value.Section))
            .Select(article => article.Key)
            .ToHashSet();
        membersOf.AddOrUpdate(selection, new Members(lastChange, ids));
        return ids;
    }

    private static CataloguedArticle Public(Entry article) =>
        new(article.Source, article.Shown, article.IsCorrected) { Day = article.Day, ReadableFrom = article.ReadableFrom };

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

    private sealed record Members(long Change, HashSet<long> Ids);

    private sealed record Entry(string Source, DateOnly? Day, string? Outlet, string? Section, long Change)
    {
        public required long Shown { get; init; }

        public required DateTimeOffset? ReadableFrom { get; init; }

        public required bool IsCorrected { get; init; }
    }
}
