using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Lineages;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>
/// Records which articles have a name, and which say that they replace an article with that name. A name shared by very many articles
/// does not identify an item.
/// </summary>
internal static class NameTable
{
    private const int MostSharers = 64;

    /// <summary>Adds the names of articles with one query, one insertion and few updates, however many there are.</summary>
    public static void Add(ArchiveCollections archive, IEnumerable<NamedArticle> articles)
    {
        var changed = new Dictionary<long, (HashSet<long> Owners, HashSet<long> Claims)>();
        foreach (var (id, article, earlierOf) in articles)
        {
            foreach (var name in ItemNames.OwnOf(article, earlierOf))
                Of(name).Owners.Add(id);
            foreach (var name in ItemNames.ClaimedBy(article))
                Of(name).Claims.Add(id);
        }

        var inserted = new List<BsonDocument>();
        var known = Find(archive, changed.Keys);
        foreach (var (name, (owners, claims)) in changed)
        {
            if (!known.TryGetValue(name, out var document))
            {
                inserted.Add(Document(name, owners, claims));
                continue;
            }

            if (IsCrowded(document))
                continue;
            owners.UnionWith(Ids(document, "own"));
            claims.UnionWith(Ids(document, "claim"));
            var isCrowded = owners.Count > MostSharers || claims.Count > MostSharers;
            archive.Names.Update(isCrowded ? new BsonDocument { ["_id"] = name, ["crowded"] = true } : Document(name, owners, claims));
        }

        archive.Names.Insert(inserted);

        (HashSet<long> Owners, HashSet<long> Claims) Of(string name)
        {
            var hash = ItemNames.Hash(name);
            return changed.TryGetValue(hash, out var sharers) ? sharers : changed[hash] = ([], []);
        }
    }

    /// <summary>Removes an article from the names that it had.</summary>
    public static void Remove(ArchiveCollections archive, NamedArticle named)
    {
        var names = ItemNames.OwnOf(named.Article, named.EarlierOf).Concat(ItemNames.ClaimedBy(named.Article)).Select(ItemNames.Hash);
        foreach (var (name, document) in Find(archive, names).Where(found => !IsCrowded(found.Value)))
        {
            HashSet<long> owners = [.. Ids(document, "own")],
                claims = [.. Ids(document, "claim")];
            owners.Remove(named.Id);
            claims.Remove(named.Id);
            if (owners.Count + claims.Count == 0)
                archive.Names.Delete(name);
            else
                archive.Names.Update(Document(name, owners, claims));
        }
    }

    /// <summary>Returns, by article, the ids of possible versions of the same item. One query for all of them.</summary>
    public static Dictionary<long, HashSet<long>> Relatives(ArchiveCollections archive, IReadOnlyList<NamedArticle> articles)
    {
        var wanted = articles.Select(one => (one.Id, Names: NamesOf(one.Article, one.EarlierOf).ToList())).ToList();
        var known = Find(archive, wanted.SelectMany(one => one.Names.Select(name => name.Hash)));
        var relatives = new Dictionary<long, HashSet<long>>();
        foreach (var (id, names) in wanted)
        {
            var related = new HashSet<long>();
            foreach (var (hash, isHeadline) in names)
            {
                if (!known.TryGetValue(hash, out var document))
                    continue;
                // Articles with the same headline are not the same article, unless one says that it replaces the other.
                HashSet<long> claims = [.. Ids(document, "claim")];
                related.UnionWith(claims);
                if (!isHeadline || claims.Contains(id))
                    related.UnionWith(Ids(document, "own"));
            }

            related.Remove(id);
            if (related.Count > 0)
                relatives[id] = related;
        }

        return relatives;
    }

    /// <summary>Returns the ids of the articles that have a name.</summary>
    public static IReadOnlyList<long> OwnersOf(ArchiveCollections archive, string name) =>
        archive.Names.FindById(ItemNames.Hash(name)) is { } document ? [.. Ids(document, "own")] : [];

    /// <summary>
    /// Returns the sources that an article may refer to. Articles that refer to its own source are found by name instead.
    /// </summary>
    public static IEnumerable<string> SourcesNamedBy(Article article) =>
        new[] { article.Replaces, article.Url }.OfType<string>().Where(name => name.Length > 0 && name != article.Source);

    private static bool IsCrowded(BsonDocument document) => document["crowded"].IsBoolean;

    private static IEnumerable<(long Hash, bool IsHeadline)> NamesOf(Article article, string? earlierOf) =>
        ItemNames
            .OwnOf(article, earlierOf)
            .Select(name => (ItemNames.Hash(name), ItemNames.IsHeadline(name)))
            .Concat(ItemNames.ClaimedBy(article).Append(article.Source).Select(name => (ItemNames.Hash(name), false)));

    private static Dictionary<long, BsonDocument> Find(ArchiveCollections archive, IEnumerable<long> names) =>
        archive
            .Names.Query()
            .Where(BsonExpression.Create("$._id IN @0", new BsonArray(names.Distinct().Order().Select(name => new BsonValue(name)))))
            .ToEnumerable()
            .ToDictionary(document => document["_id"].AsInt64);

    private static BsonDocument Document(long name, IEnumerable<long> owners, IEnumerable<long> claims)
    {
        var document = new BsonDocument { ["_id"] = name };
        Set("own", owners);
        Set("claim", claims);
        return document;

        void Set(string field, IEnumerable<long> ids)
        {
            var array = new BsonArray(ids.Order().Select(id => new BsonValue(id)));
            if (array.Count > 0)
                document[field] = array;
        }
    }

    private static IEnumerable<long> Ids(BsonDocument document, string field) =>
        document[field].IsArray ? document[field].AsArray.Select(id => id.AsInt64) : [];
}
