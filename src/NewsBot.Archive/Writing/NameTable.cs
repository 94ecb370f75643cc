using NewsBot.Archive.Articles;
using NewsBot.Archive.Lineages;

namespace NewsBot.Archive.Writing;

/// <summary>
/// Records which articles have a name, and which say that they replace an article with that name. A name shared by very many articles
/// does not identify an item.
/// </summary>
internal static class NameTable
{
    private const int MostSharers = 64;

    /// <summary>Adds the names of articles with one query, one insertion and few updates, however many there are.</summary>
    public static void Add(IArticleTables tables, IEnumerable<NamedArticle> articles)
    {
        var sharers = new Dictionary<long, (HashSet<long> Owners, HashSet<long> Claims)>();
        foreach (var (id, article, earlierOf) in articles)
        {
            foreach (var name in ItemNames.OwnOf(article, earlierOf))
                Of(name).Owners.Add(id);
            foreach (var name in ItemNames.ClaimedBy(article))
                Of(name).Claims.Add(id);
        }

        List<SharedName> added = [],
            changed = [];
        var known = tables.Names(sharers.Keys);
        foreach (var (name, (owners, claims)) in sharers)
        {
            if (!known.TryGetValue(name, out var stored))
            {
                added.Add(new SharedName(name, owners, claims));
                continue;
            }

            if (stored.IsCrowded)
                continue;
            owners.UnionWith(stored.Owners);
            claims.UnionWith(stored.Claims);
            var isCrowded = owners.Count > MostSharers || claims.Count > MostSharers;
            changed.Add(isCrowded ? new SharedName(name, [], [], IsCrowded: true) : new SharedName(name, owners, claims));
        }

        tables.WriteNames(added, changed);

        (HashSet<long> Owners, HashSet<long> Claims) Of(string name)
        {
            var hash = ItemNames.Hash(name);
            return sharers.TryGetValue(hash, out var known) ? known : sharers[hash] = ([], []);
        }
    }

    /// <summary>Removes an article from the names that it had.</summary>
    public static void Remove(IArticleTables tables, NamedArticle named)
    {
        var names = ItemNames.OwnOf(named.Article, named.EarlierOf).Concat(ItemNames.ClaimedBy(named.Article)).Select(ItemNames.Hash);
        tables.WriteNames(
            [],
            [
                .. tables
                    .Names([.. names.Distinct()])
                    .Values.Where(name => !name.IsCrowded)
                    .Select(name => new SharedName(
                        name.Hash,
                        [.. name.Owners.Where(id => id != named.Id)],
                        [.. name.Claims.Where(id => id != named.Id)]
                    )),
            ]
        );
    }

    /// <summary>Returns, by article, the ids of possible versions of the same item. One query for all of them.</summary>
    public static Dictionary<long, HashSet<long>> Relatives(IArticleTables tables, IReadOnlyList<NamedArticle> articles)
    {
        var wanted = articles.Select(one => (one.Id, Names: NamesOf(one.Article, one.EarlierOf).ToList())).ToList();
        var known = tables.Names([.. wanted.SelectMany(one => one.Names.Select(name => name.Hash)).Distinct()]);
        var relatives = new Dictionary<long, HashSet<long>>();
        foreach (var (id, names) in wanted)
        {
            var related = new HashSet<long>();
            foreach (var (hash, isHeadline) in names)
            {
                if (!known.TryGetValue(hash, out var name))
                    continue;
                // Articles with the same headline are not the same article, unless one says that it replaces the other.
                related.UnionWith(name.Claims);
                if (!isHeadline || name.Claims.Contains(id))
                    related.UnionWith(name.Owners);
            }

            related.Remove(id);
            if (related.Count > 0)
                relatives[id] = related;
        }

        return relatives;
    }

    /// <summary>Returns the ids of the articles that have a name.</summary>
    public static IReadOnlyCollection<long> OwnersOf(IArticleTables tables, string name) =>
        tables.Names([ItemNames.Hash(name)]).Values.SingleOrDefault()?.Owners ?? [];

    /// <summary>
    /// Returns the sources that an article may refer to. Articles that refer to its own source are found by name instead.
    /// </summary>
    public static IEnumerable<string> SourcesNamedBy(Article article) =>
        new[] { article.Replaces, article.Url }.OfType<string>().Where(name => name.Length > 0 && name != article.Source);

    private static IEnumerable<(long Hash, bool IsHeadline)> NamesOf(Article article, string? earlierOf) =>
        ItemNames
            .OwnOf(article, earlierOf)
            .Select(name => (ItemNames.Hash(name), ItemNames.IsHeadline(name)))
            .Concat(ItemNames.ClaimedBy(article).Append(article.Source).Select(name => (ItemNames.Hash(name), false)));
}
