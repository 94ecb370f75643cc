using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>
/// Looks for damage in a database, a few hundred articles at a time. LiteDB has no checksums, so the articles' hashes serve instead.
/// </summary>
internal sealed class Verification(string path)
{
    private const int MaxProblems = 20;

    private readonly List<string> problems = [];
    private ArchiveState? start;
    private long lastId;
    private int count;

    /// <summary>Gets what is wrong, one sentence each, up to a limit.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Checks the next articles; returns false when there are no more. A call that threw may be repeated.</summary>
    public bool Next(ArchiveCollections archive, ArchiveState state)
    {
        start ??= state;
        var page = ArticleQueries.After(archive, lastId);
        if (page.Count == 0)
        {
            CompareCount(state);
            return false;
        }

        var removed = archive
            .Removals.Query()
            .Where(Queries.OfIds(page[0].Id, page[^1].Id))
            .ToList()
            .Select(removal => removal["_id"].AsInt64)
            .ToHashSet();
        var known = ArticleQueries.Known(archive, page.Select(row => row.Article.Source));
        var found = page.SelectMany(ProblemsOf).ToList();
        problems.AddRange(found.Take(MaxProblems - problems.Count));
        lastId = page[^1].Id;
        count += page.Count(row => row.Stage == Articles.ArticleStage.Current);
        return true;

        IEnumerable<string> ProblemsOf(ArticleRow stored)
        {
            var source = stored.Article.Source;
            if (!ArticleHash.Of(stored.Article).AsSpan().SequenceEqual(stored.Hash))
                yield return $"{source} differs from what was stored: ingest it again.";
            if (stored.Change > state.LastChange)
                yield return $"{source} has a change number from the future: ingest it again after an edit, or restore a backup of the archive.";
            if (removed.Contains(stored.Id))
                yield return $"{source} is listed as both present and removed: remove it and ingest it again.";
            if (!known.TryGetValue(source, out var byName) || byName.Id != stored.Id)
                yield return $"{source} is stored but cannot be looked up: move {path} away and ingest the articles again.";
        }
    }

    // If others write in the meantime, the articles were not all counted at the same moment.
    private void CompareCount(ArchiveState end)
    {
        if (start == end && count != end.Count)
            problems.Add($"{path} records {end.Count} articles but contains {count}: move it away and ingest the articles again.");
    }
}
