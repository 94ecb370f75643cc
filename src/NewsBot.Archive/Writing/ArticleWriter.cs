using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.Writing;

/// <summary>Writes articles within a transaction, and counts the changes.</summary>
internal sealed class ArticleWriter(IArticleTables tables, ArchiveState before, DateTimeOffset now)
{
    /// <summary>Gets the places of the articles.</summary>
    public ArticlePlaces Places { get; } = new(tables, before, now);

    /// <summary>Gets the archive's state after the changes made here; null when nothing was changed.</summary>
    public ArchiveState? State => Places.Changed;

    /// <summary>Puts articles with different sources. Returns one outcome for each, in order.</summary>
    public PutOutcome[] Put(IReadOnlyList<Article> articles, string? folder, CancellationToken cancellationToken)
    {
        var known = tables.Known(articles.Select(article => article.Source));
        var added = new List<ArticleRow>();
        var touched = new List<NamedArticle>();
        var outcomes = new PutOutcome[articles.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var article = articles[i];
            var hash = ArticleHash.Of(article);
            if (known.TryGetValue(article.Source, out var stored))
            {
                outcomes[i] = Replace(stored, article, folder, hash, touched);
                continue;
            }

            var row = Places.Place(Row(article, Places.NextId(), folder, hash), ArticleStanding.Alone, before: null);
            added.Add(row);
            touched.Add(new NamedArticle(row.Id, article, null));
        }

        // In one call: separate insertions would each look up the table, its indexes and its free pages.
        tables.Insert(added);
        NameTable.Add(tables, touched);
        Places.Relate(touched);
        return outcomes;
    }

    /// <summary>Removes articles and the earlier contents of their sources. Returns how many of the sources existed.</summary>
    public int Remove(IEnumerable<string> sources)
    {
        var known = tables.Known(sources);
        foreach (var (source, stored) in known)
        {
            var related = Places.Closure(stored.Id).Select(member => member.Id).ToList();
            foreach (var id in Places.EarlierOf(source).Select(earlier => earlier.Id).Append(stored.Id).ToList())
            {
                Places.Remove(id);
                related.Remove(id);
            }

            Places.Decide(related);
        }

        return known.Count;
    }

    /// <summary>Stores a ruling of staff and applies it. Returns false when its source is unknown.</summary>
    public bool Rule(Ruling ruling)
    {
        var stored = tables.Find(ruling.Source);
        var isWithdrawn = stored is not null && Places.Closure(stored.Id).Any(member => member.Standing.Withdrawal is not null);
        Places.Keep(ruling with { Source = stored?.EarlierOf ?? ruling.Source, Releases = !ruling.Kills && !isWithdrawn });
        if (stored is not null)
            Places.Decide([stored.Id]);
        return stored is not null;
    }

    /// <summary>Records a change for each article whose time has come.</summary>
    public bool Turn()
    {
        Places.Turn();
        return true;
    }

    private PutOutcome Replace(KnownArticle stored, Article article, string? folder, byte[] hash, List<NamedArticle> touched)
    {
        var newFolder = folder ?? stored.Folder;
        var isSame = stored.Hash.AsSpan().SequenceEqual(hash);
        if (isSame && newFolder == stored.Folder)
            return PutOutcome.Unchanged;

        if (isSame)
        {
            Places.Touch();
            tables.SetFolder(stored.Id, newFolder);
            return PutOutcome.Unchanged;
        }

        var row = tables.Find(stored.Id)!;
        var old = row.Article with { Text = tables.TextOf(stored.Id) };
        if (article.Version < old.Version)
            return KeepEarlier(article, Superseded(row.Standing, old), null, touched) ? PutOutcome.Older : PutOutcome.Unchanged;
        var isRewritten = old.Text != article.Text || old.Headline != article.Headline;
        if (isRewritten)
            KeepEarlier(old, Superseded(row.Standing, article), row.Arrived, touched);

        NameTable.Remove(tables, new NamedArticle(stored.Id, old, null));
        Places.NextChange();
        var replaced = Places.Place(Row(article, stored.Id, newFolder, hash), row.Standing, row.Stage);
        tables.Replace(
            !isRewritten && (old.State, old.StateNote) == (article.State, article.StateNote)
                ? ArticlePlaces.WithShown(replaced, row)
                : replaced
        );
        touched.Add(new NamedArticle(stored.Id, article, null));
        return PutOutcome.Replaced;
    }

    // Earlier contents of a source are separate articles, each with its own source to be cited by.
    private bool KeepEarlier(Article article, ArticleStanding standing, long? arrived, List<NamedArticle> touched)
    {
        var kept = Places.EarlierOf(article.Source).OrderBy(earlier => earlier.Earlier).ToList();
        if (kept.Any(earlier => earlier.Article.Headline == article.Headline && tables.TextOf(earlier.Id) == article.Text))
            return false;
        // Readers ask for the first version, so it is kept.
        if (kept.Count == ArticlePlaces.MostEarlier)
            Places.Remove(kept[1].Id);
        var number = kept.Count == 0 ? 1 : kept[^1].Earlier + 1;
        var earlier = article with { Source = $"{article.Source}@v{number}" };
        if (tables.Find(earlier.Source) is not null)
            return false;
        var row = Row(earlier, Places.NextId(), null, ArticleHash.Of(earlier)) with { EarlierOf = article.Source, Earlier = number };
        row = Places.Place(arrived is { } change ? row with { Arrived = change } : row, standing, before: null);
        tables.Insert([row]);
        touched.Add(new NamedArticle(row.Id, earlier, article.Source));
        return true;
    }

    // As it will be decided where the two are the only versions.
    private static ArticleStanding Superseded(ArticleStanding standing, Article by) =>
        standing with
        {
            SupersededFrom = by.State == ArticleState.Killed ? null : ArticleStanding.Alone.VisibleFrom(by),
            IsReleased = false,
        };

    private ArticleRow Row(Article article, long id, string? folder, byte[] hash) =>
        new()
        {
            Id = id,
            Change = Places.LastChange,
            Article = article,
            Hash = hash,
            Folder = folder,
            Arrived = Places.LastChange,
            Shown = Places.LastChange,
        };
}
