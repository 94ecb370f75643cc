using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using NewsBot.Archive.WireWords;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Writes articles within a transaction, and counts the changes.</summary>
internal sealed class ArticleWriter(ArchiveCollections archive, ArchiveState before, DateTimeOffset now)
{
    private readonly ArticlePlaces places = new(archive, before, now);

    /// <summary>Gets the archive's state after the changes made here; null when nothing was changed.</summary>
    public ArchiveState? State => places.Changed;

    /// <summary>Puts articles with different sources. Returns one outcome for each, in order.</summary>
    public PutOutcome[] Put(IReadOnlyList<Article> articles, string? folder, CancellationToken cancellationToken)
    {
        var known = ArticleQueries.Known(archive, articles.Select(article => article.Source));
        var added = new List<BsonDocument>();
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

            var document = Document(article, places.NextId(), folder, hash);
            places.Place(document, article, ArticleStanding.Alone, before: null);
            added.Add(document);
            touched.Add(new NamedArticle(document["_id"].AsInt64, article, null));
        }

        // In one call: separate insertions would each look up the collection, its indexes and its free pages.
        archive.Articles.Insert(added);
        NameTable.Add(archive, touched);
        places.Relate(touched);
        return outcomes;
    }

    /// <summary>Removes articles and the earlier contents of their sources. Returns how many of the sources existed.</summary>
    public int Remove(IEnumerable<string> sources)
    {
        var known = ArticleQueries.Known(archive, sources);
        foreach (var (source, stored) in known)
        {
            var related = places.Closure(stored.Id).Select(member => member.Id).ToList();
            foreach (var id in places.EarlierOf(source).Select(earlier => earlier["_id"].AsInt64).Append(stored.Id).ToList())
            {
                places.Remove(id);
                related.Remove(id);
            }

            places.Decide(related);
        }

        return known.Count;
    }

    /// <summary>Stores a ruling of staff and applies it. Returns false when its source is unknown.</summary>
    public bool Rule(Ruling ruling)
    {
        var stored = ArticleQueries.FindDocument(archive, ruling.Source);
        var named = stored is null ? ruling.Source : StateFields.EarlierOf(stored) ?? ruling.Source;
        var isWithdrawn = stored is not null && places.Closure(stored["_id"].AsInt64).Any(member => member.Standing.Withdrawal is not null);
        places.Keep(ruling with { Source = named, Releases = !ruling.Kills && !isWithdrawn });
        if (stored is not null)
            places.Decide([stored["_id"].AsInt64]);
        return stored is not null;
    }

    /// <summary>Records a change for each article whose time has come.</summary>
    public bool Turn()
    {
        places.Turn();
        return true;
    }

    /// <summary>Upgrades an archive written by an earlier version of the program.</summary>
    public bool Upgrade()
    {
        if (archive.LoadedSchema >= 2)
            places.ListSuperseded();
        else
            ReadStates();
        return true;
    }

    // Gives the articles their names and, where their text says so, their states.
    private void ReadStates()
    {
        archive.EnsureStates();
        places.Touch();
        var last = 0L;
        while (ArticleQueries.After(archive, last) is { Count: > 0 } page)
        {
            var named = new List<NamedArticle>();
            foreach (var (stored, document) in page)
            {
                var article = WireReader.Read(stored.Article);
                named.Add(new NamedArticle(stored.Id, article, null));
                if (article == stored.Article && ArticleStanding.Alone.NextTurn(article, now) is null)
                    continue;
                StateFields.Write(document, article);
                document["hash"] = ArticleHash.Of(article);
                document["arrived"] = stored.Change;
                document["change"] = places.NextChange();
                places.Place(document, article, ArticleStanding.Alone, document);
                archive.Articles.Update(document);
            }

            NameTable.Add(archive, named);
            places.Relate([.. named.Where(one => one.Article.State != ArticleState.Published)]);
            last = page[^1].Article.Id;
        }
    }

    private PutOutcome Replace(KnownArticle stored, Article article, string? folder, byte[] hash, List<NamedArticle> touched)
    {
        var newFolder = folder ?? stored.Folder;
        var isSame = stored.Hash.AsSpan().SequenceEqual(hash);
        if (isSame && newFolder == stored.Folder)
            return PutOutcome.Unchanged;

        var document = archive.Articles.FindById(stored.Id);
        if (isSame)
        {
            ArticleDocument.SetFolder(document, newFolder);
            places.Touch();
            archive.Articles.Update(document);
            return PutOutcome.Unchanged;
        }

        var old = ArticleDocument.Read(document, TextParts.Read(document, archive.Parts));
        if (article.Version < old.Article.Version)
            return KeepEarlier(article, Superseded(old.Standing, old.Article), null, touched) ? PutOutcome.Older : PutOutcome.Unchanged;
        var isRewritten = old.Article.Text != article.Text || old.Article.Headline != article.Headline;
        if (isRewritten)
            KeepEarlier(old.Article, Superseded(old.Standing, article), StateFields.ArrivedOf(document), touched);

        NameTable.Remove(archive, new NamedArticle(stored.Id, old.Article, null));
        TextParts.Delete(document, archive.Parts);
        places.NextChange();
        var replaced = Document(article, stored.Id, newFolder, hash);
        places.Place(replaced, article, old.Standing, document);
        if (!isRewritten && (old.Article.State, old.Article.StateNote) == (article.State, article.StateNote))
            StateFields.WriteShown(replaced, (StateFields.StageOf(document), StateFields.ShownOf(document)));
        archive.Articles.Update(replaced);
        touched.Add(new NamedArticle(stored.Id, article, null));
        return PutOutcome.Replaced;
    }

    // Earlier contents of a source are separate articles, each with its own source to be cited by.
    private bool KeepEarlier(Article article, ArticleStanding standing, long? arrived, List<NamedArticle> touched)
    {
        var kept = places.EarlierOf(article.Source).OrderBy(earlier => earlier["earlier"].AsInt32).ToList();
        if (kept.Any(earlier => earlier["headline"] == article.Headline && TextParts.Read(earlier, archive.Parts) == article.Text))
            return false;
        // Readers ask for the first version, so it is kept.
        if (kept.Count == ArticlePlaces.MostEarlier)
            places.Remove(kept[1]["_id"].AsInt64);
        var number = kept.Count == 0 ? 1 : kept[^1]["earlier"].AsInt32 + 1;
        var earlier = article with { Source = $"{article.Source}@v{number}" };
        if (ArticleQueries.FindDocument(archive, earlier.Source) is not null)
            return false;
        var document = Document(earlier, places.NextId(), null, ArticleHash.Of(earlier));
        StateFields.SetEarlier(document, article.Source, number);
        if (arrived is { } change)
            document["arrived"] = change;
        places.Place(document, earlier, standing, before: null);
        archive.Articles.Insert(document);
        touched.Add(new NamedArticle(document["_id"].AsInt64, earlier, article.Source));
        return true;
    }

    // As it will be decided where the two are the only versions.
    private static ArticleStanding Superseded(ArticleStanding standing, Article by) =>
        standing with
        {
            SupersededFrom = by.State == ArticleState.Killed ? null : ArticleStanding.Alone.VisibleFrom(by),
            IsReleased = false,
        };

    private BsonDocument Document(Article article, long id, string? folder, byte[] hash)
    {
        var document = ArticleDocument.Write(new StoredArticle(id, places.LastChange, article), folder, hash);
        TextParts.Write(document, article.Text, archive.Parts);
        return document;
    }
}
