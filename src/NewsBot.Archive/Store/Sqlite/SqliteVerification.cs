namespace NewsBot.Archive.Store.Sqlite;

/// <summary>Looks for damage in a database.</summary>
internal static class SqliteVerification
{
    private const int MaxProblems = 20;

    /// <summary>What is wrong, one sentence each, the first few of them.</summary>
    public static IEnumerable<string> Problems(SqliteReader reader, string path, CancellationToken cancellationToken) =>
        Structure(reader, path).Concat(Articles(reader, cancellationToken)).Concat(Changes(reader)).Take(MaxProblems);

    private static IEnumerable<string> Structure(SqliteReader reader, string path) =>
        reader.Texts($"PRAGMA integrity_check({MaxProblems})").Where(line => line != "ok")
            .Select(line => $"{path} is damaged ({line}): put back a copy of it, or move it away and ingest the articles again.");

    private static IEnumerable<string> Articles(SqliteReader reader, CancellationToken cancellationToken)
    {
        foreach (var (stored, hash) in reader.Articles())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!ArticleHash.Of(stored.Article).AsSpan().SequenceEqual(hash))
                yield return $"{stored.Article.Source} is not as it was stored: ingest it again.";
        }
    }

    private static IEnumerable<string> Changes(SqliteReader reader) =>
        reader.Texts("SELECT source FROM article WHERE change > (SELECT number FROM last_change)")
            .Select(source => $"{source} has a change number from the future: ingest it again after an edit, or put back a copy of the archive.")
            .Concat(reader.Texts("SELECT source FROM article JOIN removal USING (id)")
                .Select(source => $"{source} is both there and removed: remove it and ingest it again."));
}
