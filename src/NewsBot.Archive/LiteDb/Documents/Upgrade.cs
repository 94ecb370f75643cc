using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using NewsBot.Archive.WireWords;
using NewsBot.Archive.Writing;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Upgrades an archive written by an earlier version of the program, within a transaction.</summary>
internal static class Upgrade
{
    /// <summary>Upgrades the archive.</summary>
    public static bool Run(ArchiveCollections archive, ArticlePlaces places, DateTimeOffset now)
    {
        places.Touch();
        if (archive.LoadedSchema >= 2)
            archive.ListSuperseded();
        else
            ReadStates(archive, places, now);
        return true;
    }

    // Gives the articles their names and, where their text says so, their states.
    private static void ReadStates(ArchiveCollections archive, ArticlePlaces places, DateTimeOffset now)
    {
        archive.EnsureStates();
        var tables = new LiteDbTables(archive);
        var last = 0L;
        while (ArticleQueries.After(archive, last) is { Count: > 0 } page)
        {
            var named = new List<NamedArticle>();
            foreach (var row in page)
            {
                var article = WireReader.Read(row.Article);
                named.Add(new NamedArticle(row.Id, article, null));
                if (article == row.Article && ArticleStanding.Alone.NextTurn(article, now) is null)
                    continue;
                var change = places.NextChange();
                var read = row with
                {
                    Article = article,
                    Hash = ArticleHash.Of(article),
                    Arrived = row.Change,
                    Change = change,
                    Shown = change,
                };
                tables.Replace(places.Place(read, ArticleStanding.Alone, row.Stage));
            }

            NameTable.Add(tables, named);
            places.Relate([.. named.Where(one => one.Article.State != ArticleState.Published)]);
            last = page[^1].Id;
        }
    }
}
