using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;

namespace NewsBot.Archive.Indexing;

/// <summary>Compares an index with the store that it was made from.</summary>
internal static class IndexCheck
{
    private const int MaxProblems = 20;

    private const string Remedy = "stop the program and delete the folder index in the data directory; the next start rebuilds it";

    // While others write, the store and the index differ by what has just been written.
    private const int Tries = 3;

    public static async Task<CheckReport> RunAsync(
        IArticleStore store,
        IPassageIndex index,
        IndexUpdater updater,
        CancellationToken cancellationToken
    )
    {
        var damage = await store.VerifyAsync(cancellationToken).ConfigureAwait(false);
        if (damage.Count > 0)
            return new CheckReport(0, index.PassageCount, damage);

        for (var attempt = 1; ; attempt++)
        {
            await updater.CatchUpAsync(null, cancellationToken).ConfigureAwait(false);
            var before = await store.LastChangeAsync(cancellationToken).ConfigureAwait(false);
            var report = await updater
                .WithArticlesAsync(indexed => CompareAsync(store, index, indexed, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            var isQuiet = before == await store.LastChangeAsync(cancellationToken).ConfigureAwait(false);
            if (report.Problems.Count == 0 || isQuiet || attempt == Tries)
                return report;
        }
    }

    private static async Task<CheckReport> CompareAsync(
        IArticleStore store,
        IPassageIndex index,
        IReadOnlyDictionary<long, IndexedArticle> indexed,
        CancellationToken cancellationToken
    )
    {
        var problems = new List<string>();
        var (count, withPassages) = (0, 0);
        await foreach (var change in store.ChangesSinceAsync(0, cancellationToken).ConfigureAwait(false))
        {
            if (change.CurrentAt(store.Time.GetUtcNow()) is not { } article)
                continue;
            count++;
            var passages = ExcerptJoiner.Join(ArticleSplitter.Split(article.Text)).Count;
            if (passages > 0)
                withPassages++;
            if (problems.Count < MaxProblems && Problem(article, change, passages, indexed) is { } problem)
                problems.Add(problem);
        }

        var counted = await store.CountAsync(cancellationToken).ConfigureAwait(false);
        if (counted != count)
            problems.Add(
                $"The store counts {counted} articles but lists {count}: restore a backup, or move it away and ingest the articles again."
            );
        if (indexed.Count != withPassages)
            problems.Add($"The index contains {indexed.Count} articles and the store {withPassages}: {Remedy}.");

        Compare("documents", index.DocumentCount, indexed.Count);
        Compare("passages", index.PassageCount, indexed.Values.Sum(article => article.Passages));
        return new CheckReport(count, index.PassageCount, problems);

        void Compare(string what, int found, int expected)
        {
            if (found != expected)
                problems.Add($"The index contains {found} {what} instead of {expected}: {Remedy}.");
        }
    }

    private static string? Problem(Article article, ArticleChange change, int passages, IReadOnlyDictionary<long, IndexedArticle> indexed)
    {
        if (passages == 0)
            return $"{article.Source} has no text to quote: ingest it again, or remove it.";
        if (!indexed.TryGetValue(change.Id, out var known) || known != new IndexedArticle(change.Change, passages))
            return $"{article.Source} differs between index and store: {Remedy}.";
        return null;
    }
}
