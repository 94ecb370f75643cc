using LiteDB;
using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Reads articles from an open database.</summary>
internal static class ArticleQueries
{
    // Reading a page keeps other callers waiting: for some milliseconds, however long the articles are.
    private const int MaxPageChars = 500_000;

    private const int MaxPageRows = 512;

    public static StoredArticle? Find(ArchiveCollections archive, string source) =>
        FindDocument(archive, source) is { } document ? Read(archive, document).ToStored() : null;

    public static BsonDocument? FindDocument(ArchiveCollections archive, string source) =>
        archive.Articles.FindOne(Queries.OfSource(source));

    /// <summary>Returns the articles whose ids are in a collection.</summary>
    public static List<StoredArticle> Of(ArchiveCollections archive, ILiteCollection<BsonDocument> ids) =>
        [.. Get(archive, [.. ids.FindAll().Select(listed => listed["_id"].AsInt64)]).Values];

    public static Dictionary<long, StoredArticle> Get(ArchiveCollections archive, IReadOnlyCollection<long> ids) =>
        ids.Distinct()
            .Select(id => archive.Articles.FindById(id))
            .OfType<BsonDocument>()
            .Select(document => Read(archive, document).ToStored())
            .ToDictionary(article => article.Id);

    /// <summary>Returns those of the sources that exist, in one query that reads no texts.</summary>
    public static Dictionary<string, KnownArticle> Known(ArchiveCollections archive, IEnumerable<string> sources) =>
        archive
            .Articles.Query()
            .Where(Queries.OfSources(sources))
            .Select("{ _id: $._id, source: $.source, hash: $.hash, folder: $.folder }")
            .ToEnumerable()
            .ToDictionary(
                document => document["source"].AsString,
                document => new KnownArticle(
                    document["_id"].AsInt64,
                    document["hash"].AsBinary,
                    document["folder"] is { IsString: true } folder ? folder.AsString : null
                ),
                StringComparer.Ordinal
            );

    public static List<string> SourcesOfFolder(ArchiveCollections archive, string folder)
    {
        var sources = archive
            .Articles.Query()
            .Where(Queries.OfFolder(folder))
            .Select("{ source: $.source }")
            .ToEnumerable()
            .Select(document => document["source"].AsString)
            .ToList();
        sources.Sort(StringComparer.Ordinal);
        return sources;
    }

    /// <summary>Returns the next changes in order, a few hundred at most; none when there are no more.</summary>
    public static List<ArticleChange> Changes(ArchiveCollections archive, long after, long upTo)
    {
        var removals = archive.Removals.Query().Where(Queries.OfChanges(after, upTo)).OrderBy("$.change").Limit(MaxPageRows).ToList();
        var removal = 0;
        var page = new List<ArticleChange>();
        var chars = 0;
        foreach (
            var document in archive
                .Articles.Query()
                .Where(Queries.OfChanges(after, upTo))
                .OrderBy("$.change")
                .Limit(MaxPageRows)
                .ToEnumerable()
        )
        {
            var stored = Read(archive, document);
            for (; removal < removals.Count && removals[removal]["change"].AsInt64 < stored.Change && page.Count < MaxPageRows; removal++)
                page.Add(Removal(removals[removal]));
            if (page.Count >= MaxPageRows)
                return page;
            page.Add(stored.ToChange());
            chars += stored.Article.Text.Length;
            if (chars >= MaxPageChars || page.Count >= MaxPageRows)
                return page;
        }

        for (; removal < removals.Count && page.Count < MaxPageRows; removal++)
            page.Add(Removal(removals[removal]));
        return page;
    }

    /// <summary>Returns the next articles by id; none when there are no more.</summary>
    public static List<ArticleRow> After(ArchiveCollections archive, long id)
    {
        var page = new List<ArticleRow>();
        var chars = 0;
        foreach (var document in archive.Articles.Query().Where(Queries.OfIdsAfter(id)).OrderBy("$._id").Limit(MaxPageRows).ToEnumerable())
        {
            var stored = Read(archive, document);
            page.Add(stored);
            chars += stored.Article.Text.Length;
            if (chars >= MaxPageChars)
                break;
        }

        return page;
    }

    /// <summary>Returns everything; each list is read as it is passed.</summary>
    public static ArchiveContents Contents(ArchiveCollections archive, ArchiveState state)
    {
        var tables = new LiteDbTables(archive);
        return new(
            state,
            All(archive),
            archive.Removals.FindAll().Select(document => (document["_id"].AsInt64, document["change"].AsInt64)),
            tables.AllNames(),
            tables.AllRulings()
        );
    }

    private static IEnumerable<ArticleRow> All(ArchiveCollections archive)
    {
        for (var page = After(archive, 0); page.Count > 0; page = After(archive, page[^1].Id))
        {
            foreach (var row in page)
                yield return row;
        }
    }

    private static ArticleRow Read(ArchiveCollections archive, BsonDocument document) =>
        ArticleDocument.ReadRow(document, TextParts.Read(document, archive.Parts));

    private static ArticleChange Removal(BsonDocument document) => new(document["change"].AsInt64, document["_id"].AsInt64, null);
}
