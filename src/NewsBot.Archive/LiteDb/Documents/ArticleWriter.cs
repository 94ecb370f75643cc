using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Writes articles within a transaction, and counts the changes.</summary>
internal sealed class ArticleWriter(ArchiveCollections archive, ArchiveState before)
{
    private ArchiveState state = before;
    private bool isChanged;

    /// <summary>The archive after what was done here; null when nothing was changed.</summary>
    public ArchiveState? State => isChanged ? state : null;

    /// <summary>Puts articles whose sources differ; one outcome for each, in order.</summary>
    public PutOutcome[] Put(IReadOnlyList<Article> articles, string? folder, CancellationToken cancellationToken)
    {
        var known = ArticleQueries.Known(archive, articles.Select(article => article.Source));
        var added = new List<BsonDocument>();
        var outcomes = new PutOutcome[articles.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var article = articles[i];
            var hash = ArticleHash.Of(article);
            if (known.TryGetValue(article.Source, out var stored))
            {
                outcomes[i] = Replace(stored, article, folder, hash);
                continue;
            }

            state = state with { LastChange = state.LastChange + 1, LastId = state.LastId + 1, Count = state.Count + 1 };
            added.Add(Document(article, state.LastId, folder, hash));
        }

        // At once: an insertion for each would look up the collection, its indexes and its free pages for each.
        archive.Articles.Insert(added);
        isChanged |= added.Count > 0;
        return outcomes;
    }

    /// <summary>Removes articles; returns how many of them were there.</summary>
    public int Remove(IEnumerable<string> sources)
    {
        var known = ArticleQueries.Known(archive, sources);
        foreach (var stored in known.Values)
        {
            state = state with { LastChange = state.LastChange + 1, Count = state.Count - 1 };
            TextParts.Delete(archive.Articles.FindById(stored.Id), archive.Parts);
            archive.Articles.Delete(stored.Id);
            archive.Removals.Insert(new BsonDocument { ["_id"] = stored.Id, ["change"] = state.LastChange });
            isChanged = true;
        }

        return known.Count;
    }

    private PutOutcome Replace(KnownArticle stored, Article article, string? folder, byte[] hash)
    {
        var newFolder = folder ?? stored.Folder;
        var isSame = stored.Hash.AsSpan().SequenceEqual(hash);
        if (isSame && newFolder == stored.Folder)
            return PutOutcome.Unchanged;

        isChanged = true;
        var document = archive.Articles.FindById(stored.Id);
        if (isSame)
        {
            ArticleDocument.SetFolder(document, newFolder);
            archive.Articles.Update(document);
            return PutOutcome.Unchanged;
        }

        state = state with { LastChange = state.LastChange + 1 };
        TextParts.Delete(document, archive.Parts);
        archive.Articles.Update(Document(article, stored.Id, newFolder, hash));
        return PutOutcome.Replaced;
    }

    private BsonDocument Document(Article article, long id, string? folder, byte[] hash)
    {
        var document = ArticleDocument.Write(new StoredArticle(id, state.LastChange, article), folder, hash);
        TextParts.Write(document, article.Text, archive.Parts);
        return document;
    }
}
