using NewsBot.Archive.Store;
using NewsBot.Bridges.LiteDb.Files;

namespace NewsBot.Bridges.LiteDb.Documents;

/// <summary>Looks for damage in a database. LiteDB has no checksums of its own: the articles' hashes are what tells.</summary>
internal static class LiteDbVerification
{
    private const int MaxProblems = 20;

    /// <summary>What is wrong, one sentence each, the first few of them.</summary>
    public static List<string> Problems(LiteDbSession session, string path, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var count = 0;
        foreach (var (stored, hash) in ArticleReading.Articles(session))
        {
            cancellationToken.ThrowIfCancellationRequested();
            count++;
            if (problems.Count >= MaxProblems)
                continue;
            var source = stored.Article.Source;
            if (!ArticleHash.Of(stored.Article).AsSpan().SequenceEqual(hash))
                problems.Add($"{source} is not as it was stored: ingest it again.");
            if (stored.Change > session.State.LastChange)
                problems.Add($"{source} has a change number from the future: ingest it again after an edit, or put back a copy of the archive.");
            if (session.Removals.FindById(stored.Id) is not null)
                problems.Add($"{source} is both there and removed: remove it and ingest it again.");
            if (session.Articles.FindOne(Queries.OfSource(source))?["_id"].AsInt64 != stored.Id)
                problems.Add($"{source} is not found by its name: move {path} away and ingest the articles again.");
        }

        if (count != session.State.Count)
            problems.Add($"{path} counts {session.State.Count} articles and holds {count}: move it away and ingest the articles again.");
        return problems;
    }
}
