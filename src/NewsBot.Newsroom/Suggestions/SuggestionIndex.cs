using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Naming;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Suggestions;

/// <summary>Keeps the names and headlines of the archive in memory, in step with it. Thread-safe.</summary>
internal sealed class SuggestionIndex(ArticleArchive archive) : IDisposable
{
    private const int NamesPerArticle = 12;
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private readonly Lock gate = new();
    private readonly Dictionary<long, Entry> articles = [];
    private readonly HashSet<string> spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);

    // What each desk sees, made once for each state of the archive.
    private readonly ConditionalWeakTable<ArticleSelection, View> views = [];
    private long lastChange;

    /// <summary>
    /// Returns completions of <paramref name="typed"/>, best first, with all articles added or removed before the call taken into account.
    /// </summary>
    public async Task<IReadOnlyList<Suggestion>> FindAsync(
        string typed,
        SuggestionKind kind,
        int top,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        var wanted = typed.Trim();
        lock (gate)
        {
            var view = ViewOf(rights);
            var headlines = view
                .Articles.Where(article => Matches(article.Headline, wanted))
                .OrderByDescending(article => StartsWith(article.Headline, wanted))
                .ThenByDescending(article => article.Published)
                .ThenBy(article => article.Source, StringComparer.Ordinal)
                .Select(article => new Suggestion(article.Headline, kind == SuggestionKind.Article ? article.Source : article.Headline)
                {
                    Source = article.Source,
                });
            if (kind == SuggestionKind.Article)
                return [.. headlines.Take(top)];
            var found = view
                .Names.Where(name => Matches(name.Key, wanted))
                .OrderByDescending(name => StartsWith(name.Key, wanted))
                .ThenByDescending(name => name.Value)
                .ThenBy(name => name.Key, StringComparer.Ordinal)
                .Select(name => new Suggestion(name.Key, name.Key));
            // Names first: a search finds a headline by its words anyway.
            return [.. found.Take(top - (top / 3)).Concat(headlines).Take(top)];
        }
    }

    /// <inheritdoc />
    public void Dispose() => refreshing.Dispose();

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (await archive.LastChangeAsync(cancellationToken).ConfigureAwait(false) == Interlocked.Read(ref lastChange))
            return;
        await refreshing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await foreach (
                var change in archive.ChangesSinceAsync(Interlocked.Read(ref lastChange), cancellationToken).ConfigureAwait(false)
            )
            {
                var entry = change.Article is { } article ? Read(article) : null;
                lock (gate)
                {
                    Replace(change.Id, entry);
                    Interlocked.Exchange(ref lastChange, change.Change);
                }
            }
        }
        finally
        {
            refreshing.Release();
        }
    }

    private View ViewOf(ReaderRights rights)
    {
        if (rights.AsOf is null && rights.Desk is null)
            return new View(lastChange, articles.Values, names);
        var selection = rights.Desk?.Articles;
        if (rights.AsOf is null && views.TryGetValue(selection!, out var known) && known.Change == lastChange)
            return known;
        var seen = articles
            .Values.Where(article =>
                rights.Allow(article.Published is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null)
                && selection?.Contains(article.Source, article.Outlet, article.Section) != false
            )
            .ToList();
        var view = new View(lastChange, seen, seen.SelectMany(article => article.Names).CountBy(name => name).ToDictionary());
        if (rights.AsOf is null)
            views.AddOrUpdate(selection!, view);
        return view;
    }

    private static Entry Read(Article article) =>
        new(
            Headlines.Of(article),
            article.Source,
            article.Published,
            OutletName.Known(article),
            article.Section,
            [.. NamesInText.Find(article.Text, NamesPerArticle)]
        );

    private void Replace(long id, Entry? entry)
    {
        if (articles.Remove(id, out var old))
        {
            foreach (var name in old.Names)
            {
                if (--names[name] > 0)
                    continue;
                names.Remove(name);
                spellings.Remove(name);
            }
        }

        if (entry is null)
            return;
        for (var at = 0; at < entry.Names.Length; at++)
        {
            // One copy of a name for all articles that contain it.
            if (spellings.TryGetValue(entry.Names[at], out var known))
                entry.Names[at] = known;
            else
                spellings.Add(entry.Names[at]);
            names[entry.Names[at]] = names.GetValueOrDefault(entry.Names[at]) + 1;
        }

        articles[id] = entry;
    }

    private static bool StartsWith(string text, string typed) => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Determines whether a word of the text begins with what was typed, as written or, in another script, in Latin letters.
    /// </summary>
    private static bool Matches(string text, string typed) =>
        MatchesAsWritten(text, typed)
        || ((OtherScript.IsIn(text) || OtherScript.IsIn(typed)) && MatchesAsWritten(Romanization.Write(text), Romanization.Write(typed)));

    private static bool MatchesAsWritten(string text, string typed)
    {
        for (var at = 0; (at = text.IndexOf(typed, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                return true;
        }

        return false;
    }

    private sealed record Entry(string Headline, string Source, DateTimeOffset? Published, string? Outlet, string? Section, string[] Names);

    private sealed record View(long Change, IReadOnlyCollection<Entry> Articles, IReadOnlyDictionary<string, int> Names);
}
