using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Writes articles within a transaction, and counts the changes.</summary>
internal sealed class ArticleWriter(ArchiveCollections archive, ArchiveState before)
{
    private readonly ILiteCollection<BsonDocument> articles = archive.Articles;
    private readonly ILiteCollection<BsonDocument> parts = archive.Parts;
    private ArchiveState state = before;
    private bool isChanged;

    /// <summary>The archive after what was done here; null when nothing was changed.</summary>
    public ArchiveState? State => isChanged ? state : null;

    public PutOutcome Put(Article article, string? folder)
    {
        var hash = ArticleHash.Of(article);
        if (Known(article.Source) is not { } known)
        {
            state = state with { LastChange = state.LastChange + 1, LastId = state.LastId + 1, Count = state.Count + 1 };
            articles.Insert(Document(article, state.LastId, folder, hash));
            isChanged = true;
            return PutOutcome.Added;
        }

        var newFolder = folder ?? (known["folder"].IsNull ? null : known["folder"].AsString);
        if (!known["hash"].AsBinary.AsSpan().SequenceEqual(hash))
        {
            state = state with { LastChange = state.LastChange + 1 };
            TextParts.Delete(known, parts);
            articles.Update(Document(article, known["_id"].AsInt64, newFolder, hash));
            isChanged = true;
            return PutOutcome.Replaced;
        }

        if (newFolder is not null && known["folder"] != newFolder)
        {
            ArticleDocument.SetFolder(known, newFolder);
            articles.Update(known);
            isChanged = true;
        }

        return PutOutcome.Unchanged;
    }

    public bool Remove(string source)
    {
        if (Known(source) is not { } known)
            return false;

        state = state with { LastChange = state.LastChange + 1, Count = state.Count - 1 };
        TextParts.Delete(known, parts);
        articles.Delete(known["_id"]);
        archive.Removals.Insert(new BsonDocument { ["_id"] = known["_id"], ["change"] = state.LastChange });
        isChanged = true;
        return true;
    }

    private BsonDocument? Known(string source) => articles.FindOne(Queries.OfSource(source));

    private BsonDocument Document(Article article, long id, string? folder, byte[] hash)
    {
        var document = ArticleDocument.Write(new StoredArticle(id, state.LastChange, article), folder, hash);
        TextParts.Write(document, article.Text, parts);
        return document;
    }
}
