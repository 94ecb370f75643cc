using NewsBot.Archive.Lineages;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Reads all versions of an item.</summary>
internal static class ItemQueries
{
    /// <summary>Returns the versions, oldest first, and the rulings of staff on them.</summary>
    public static ItemHistory Item(ArchiveCollections archive, ArchiveState state, string source)
    {
        var places = new ArticlePlaces(archive, state, default);
        var members = ArticleQueries.FindDocument(archive, source) is { } document
            ? Lineage.Order(places.Closure(document["_id"].AsInt64))
            : [];
        var articles = ArticleQueries.Get(archive, [.. members.Select(member => member.Id)]);
        return new ItemHistory(
            [.. members.Select(member => articles[member.Id])],
            [.. places.RulingsOf(members.Select(member => member.Base).Append(source))]
        );
    }
}
