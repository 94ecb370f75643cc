using LiteDB;
using NewsBot.Archive.Store;
using NewsBot.Bridges.LiteDb.Files;

namespace NewsBot.Bridges.LiteDb.Documents;

/// <summary>Reads articles from an open database.</summary>
internal static class ArticleReading
{
    // What a caller of Changes holds at once, whatever the articles' lengths.
    private const int MaxPageChars = 2_000_000;

    private const int MaxPageRows = 512;

    public static StoredArticle? Find(LiteDbSession session, string source) =>
        session.Articles.FindOne(Queries.OfSource(source)) is { } document ? Read(session, document) : null;

    public static Dictionary<long, StoredArticle> Get(LiteDbSession session, IReadOnlyCollection<long> ids) =>
        ids.Distinct().Select(id => session.Articles.FindById(id)).OfType<BsonDocument>()
            .Select(document => Read(session, document)).ToDictionary(article => article.Id);

    public static List<string> SourcesOfFolder(LiteDbSession session, string folder)
    {
        var sources = session.Articles.Query().Where(Queries.OfFolder(folder)).Select("{ source: $.source }")
            .ToEnumerable().Select(document => document["source"].AsString).ToList();
        sources.Sort(StringComparer.Ordinal);
        return sources;
    }

    /// <summary>The next changes in order, some hundred of them; none when there are no more.</summary>
    public static List<ArticleChange> Changes(LiteDbSession session, long after, long upTo)
    {
        var removals = session.Removals.Query().Where(Queries.OfChanges(after, upTo)).OrderBy("$.change").Limit(MaxPageRows).ToList();
        var removal = 0;
        var page = new List<ArticleChange>();
        var chars = 0;
        foreach (var document in session.Articles.Query().Where(Queries.OfChanges(after, upTo)).OrderBy("$.change").Limit(MaxPageRows).ToEnumerable())
        {
            var stored = Read(session, document);
            for (; removal < removals.Count && removals[removal]["change"].AsInt64 < stored.Change && page.Count < MaxPageRows; removal++)
                page.Add(Removal(removals[removal]));
            if (page.Count >= MaxPageRows)
                return page;
            page.Add(new ArticleChange(stored.Change, stored.Id, stored.Article));
            chars += stored.Article.Text.Length;
            if (chars >= MaxPageChars || page.Count >= MaxPageRows)
                return page;
        }

        for (; removal < removals.Count && page.Count < MaxPageRows; removal++)
            page.Add(Removal(removals[removal]));
        return page;
    }

    /// <summary>Every article with the hash that it was stored with.</summary>
    public static IEnumerable<(StoredArticle Article, byte[] Hash)> Articles(LiteDbSession session) =>
        session.Articles.FindAll().Select(document => (Read(session, document), document["hash"].AsBinary));

    private static StoredArticle Read(LiteDbSession session, BsonDocument document) => ArticleDocument.Read(document, TextParts.Read(document, session.Parts));

    private static ArticleChange Removal(BsonDocument document) => new(document["change"].AsInt64, document["_id"].AsInt64, null);
}
