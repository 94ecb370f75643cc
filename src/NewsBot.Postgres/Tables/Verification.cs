using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;
using NewsBot.Postgres.Connecting;
using Npgsql;

namespace NewsBot.Postgres.Tables;

/// <summary>Looks for damage in an archive: PostgreSQL's checksums are off unless they were asked for, and do not cover mistakes.</summary>
internal sealed class Verification(string name)
{
    private const int MaxProblems = 20;

    private readonly List<string> problems = [];
    private int count;

    /// <summary>Gets what is wrong, one sentence each, up to a limit.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Checks every article as of one moment; the connection is in a transaction that sees only that.</summary>
    public async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var state = await ArchiveRecord.LoadAsync(connection, cancellationToken).ConfigureAwait(false);
        for (
            var page = await ArticlePages.AfterAsync(connection, 0, cancellationToken).ConfigureAwait(false);
            page.Count > 0;
            page = await ArticlePages.AfterAsync(connection, page[^1].Id, cancellationToken).ConfigureAwait(false)
        )
        {
            count += page.Count(row => row.Stage == ArticleStage.Current);
            Add(page.SelectMany(row => ProblemsOf(row, state)));
        }

        Add(
            await connection
                .QueryAsync(
                    "SELECT source FROM newsbot.article JOIN newsbot.removal USING (id) LIMIT 20",
                    reader => $"{reader.GetString(0)} is listed as both present and removed: remove it and ingest it again.",
                    [],
                    cancellationToken
                )
                .ConfigureAwait(false)
        );
        if (count != state.Count)
            Add([$"The record of {name} counts {state.Count} articles, but there are {count}: restore a backup."]);
    }

    private static IEnumerable<string> ProblemsOf(ArticleRow row, ArchiveState state)
    {
        if (!ArticleHash.Of(row.Article).AsSpan().SequenceEqual(row.Hash))
            yield return $"{row.Article.Source} differs from what was stored: ingest it again.";
        if (row.Change > state.LastChange)
            yield return $"{row.Article.Source} has a change number from the future: restore a backup of the archive.";
    }

    private void Add(IEnumerable<string> found) => problems.AddRange(found.Take(MaxProblems - problems.Count));
}
