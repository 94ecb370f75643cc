using NewsBot.Archive.Parsing;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.Ingest;

/// <summary>Ingests files and folders into a store.</summary>
public static class ArticleIngest
{
    /// <summary>
    /// Reads every path and puts its articles into the store, in batches; each batch is reported through <paramref name="progress"/> once
    /// it is durable. Faults of a file are reported, and the rest is ingested.
    /// </summary>
    /// <remarks>
    /// After a folder is read, articles ingested from the same folder earlier and no longer in it are withdrawn. Not when something in it
    /// could not be read, and not when no article was found at all: an unmounted share must not empty the archive. Reading runs ahead of
    /// writing, in bounded memory.
    /// </remarks>
    /// <param name="store">The store.</param>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Receives each batch, in order, before the next one is written; null: not reported.</param>
    /// <param name="cancellationToken">
    /// Stops between batches. The report then says so and counts what was done; this is not a failure.
    /// </param>
    public static Task<IngestReport> RunAsync(
        IArticleStore store,
        IReadOnlyList<string> paths,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken
    ) => RunAsync(store, paths, new ReadingOptions(), progress, cancellationToken);

    /// <summary>Ingests files and folders with the newsroom's settings for reading, otherwise like the other overload.</summary>
    public static Task<IngestReport> RunAsync(
        IArticleStore store,
        IReadOnlyList<string> paths,
        ReadingOptions options,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken
    ) => RunWithinAsync(store, paths, progress, new IngestLimits { Reading = options }, cancellationToken);

    /// <summary>
    /// Ingests the entries of a fetched feed. An entry that is no longer in the feed stays: feeds contain only what is new.
    /// </summary>
    public static Task<IngestReport> RunAsync(
        IArticleStore store,
        FetchedFeed feed,
        ReadingOptions options,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(feed);
        var limits = new IngestLimits { Reading = options };
        return RunAsync(store, _ => IngestItems.ReadAsync(feed, options), null, 0, limits, cancellationToken);
    }

    internal static async Task<IngestReport> RunWithinAsync(
        IArticleStore store,
        IReadOnlyList<string> paths,
        IProgress<IngestProgress>? progress,
        IngestLimits limits,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(paths);
        // A watch reports what has arrived, not how far a pass has got.
        var bytes =
            progress is null || limits.Scan is not null
                ? 0
                : await Task.Run(() => IngestItems.BytesIn(paths), CancellationToken.None).ConfigureAwait(false);
        return await RunAsync(store, stopping => IngestItems.ReadAsync(paths, limits, stopping), progress, bytes, limits, cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task<IngestReport> RunAsync(
        IArticleStore store,
        Func<CancellationToken, IAsyncEnumerable<IngestItem>> read,
        IProgress<IngestProgress>? progress,
        long bytes,
        IngestLimits limits,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        var begun = store.Time.GetTimestamp();
        var report = await RunTimelessAsync(store, read, progress, bytes, limits, cancellationToken).ConfigureAwait(false);
        return report with { Duration = store.Time.GetElapsedTime(begun) };
    }

    private static async Task<IngestReport> RunTimelessAsync(
        IArticleStore store,
        Func<CancellationToken, IAsyncEnumerable<IngestItem>> read,
        IProgress<IngestProgress>? progress,
        long bytes,
        IngestLimits limits,
        CancellationToken cancellationToken
    )
    {
        var ledger = new IngestLedger();
        try
        {
            var run = new IngestRun(store, ledger, new IngestReporter(progress, bytes), limits);
            using var items = new ReadAhead(read);
            while (await items.NextAsync(() => run.CommitAsync(cancellationToken), cancellationToken).ConfigureAwait(false) is { } item)
                await run.TakeAsync(item, cancellationToken).ConfigureAwait(false);
            await run.CommitAsync(cancellationToken).ConfigureAwait(false);
            run.NoteDates(limits.Reading.DateOrder);
            return ledger.Report(storeFailure: null, isStopped: false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The user pressed Ctrl-C and needs to see what was done, which an exception could not report.
            return ledger.Report(storeFailure: null, isStopped: true);
        }
        catch (StoreException error)
        {
            return ledger.Report(error.Message, isStopped: false);
        }
    }
}
