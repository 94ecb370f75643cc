using NewsBot.Archive.Ingest;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.Watching;

/// <summary>
/// Ingests a folder while it is watched: files that are new, changed or gone. Each pass is an ingest of the whole folder that skips known
/// files, so that the same rules apply. Not thread-safe: for one caller.
/// </summary>
/// <remarks>
/// A file is read once it has been unchanged for a second and no program has it open for writing. While others arrive, nothing is
/// withdrawn for up to a minute: a file that is moved disappears from one place before it appears in the other. A missing folder keeps
/// its articles.
/// </remarks>
/// <param name="store">The store.</param>
/// <param name="folder">The folder; it need not exist yet.</param>
/// <param name="reading">The newsroom's settings for reading files.</param>
/// <param name="time">The clock.</param>
public sealed class FolderWatch(IArticleStore store, string folder, ReadingOptions reading, TimeProvider time)
{
    private readonly Dictionary<string, WatchedFile> files = new(StringComparer.Ordinal);
    private readonly Arrivals arrivals = new();
    private HashSet<string> problems = [];
    private HashSet<string> notes = [];

    // At first it is unknown what was removed before the watch began.
    private bool hasGone = true;
    private long goneSince = time.GetTimestamp();
    private long? failedAt;
    private string? failure;

    /// <summary>Gets the folder.</summary>
    public string Folder => folder;

    /// <summary>Watches until cancelled.</summary>
    /// <param name="told">Receives each pass over the folder.</param>
    /// <param name="progress">Receives what arrives, once it is durable, and what cannot be read; null: not reported.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    public async Task RunAsync(
        Func<WatchPass, CancellationToken, Task> told,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(told);
        var events = new FolderEvents(folder);
        try
        {
            var wasThere = true;
            while (true)
            {
                var pass = await RunOnceAsync(progress, cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                await told(pass, cancellationToken).ConfigureAwait(false);
                var isThere = Directory.Exists(folder);
                if (isThere && !wasThere)
                {
                    events.Dispose();
                    events = new FolderEvents(folder);
                }

                wasThere = isThere;
                await events.WaitAsync(pass.Wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            events.Dispose();
        }
    }

    /// <summary>Scans the folder once, and ingests what is due.</summary>
    /// <param name="progress">Receives what arrives, once it is durable, and what cannot be read; null: not reported.</param>
    /// <param name="cancellationToken">Stops between batches; the report then says so.</param>
    public async Task<WatchPass> RunOnceAsync(IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        if (!Directory.Exists(folder))
        {
            var problem = $"{folder} does not exist, or this user may not see it; its articles stay, and the watch starts once it exists";
            return new WatchPass { Problem = problem, Wait = WatchTimes.Rescan };
        }

        if (failedAt is { } at && time.GetElapsedTime(at, begun) < WatchTimes.Retry)
            return new WatchPass { Problem = failure, Wait = WatchTimes.Retry - time.GetElapsedTime(at, begun) };

        var (found, isNews) = Look(begun);
        // A large folder is scanned less often.
        var rest = time.GetElapsedTime(begun) * 10;
        var isArriving = files.Values.Any(file => file.IsArriving);
        var wait = isArriving ? WatchTimes.Settle : WatchTimes.Rescan;
        wait = rest > wait ? rest : wait;
        var withdraws = !isArriving || (hasGone && time.GetElapsedTime(goneSince, begun) >= WatchTimes.LongestWait);
        if (!isNews && !(hasGone && withdraws) && !files.Values.Any(file => file.IsDue))
            return new WatchPass { Problem = failure, Wait = wait };

        var scan = new FolderScan([.. found.Select(Scanned)], withdraws);
        var limits = new IngestLimits { Reading = reading, Scan = scan };
        var listener = arrivals.To(progress);
        var report = await ArticleIngest.RunWithinAsync(store, [folder], listener, limits, cancellationToken).ConfigureAwait(false);
        failure = report.StoreFailure;
        failedAt = failure is null ? null : begun;
        if (failure is null && !report.IsStopped)
            Remember(found, scan);
        var newNotes = report.Notes.Where(note => !notes.Contains(note)).ToList();
        notes = [.. report.Notes];
        return new WatchPass
        {
            Report = report,
            Problem = failure,
            NewNotes = newNotes,
            Wait = failure is null ? wait : WatchTimes.Retry,
        };
    }

    private (List<FoundFile> Found, bool IsNews) Look(long now)
    {
        var found = ArticleFiles.In(folder).ToList();
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in found.Where(file => file is { IsSkipped: false, Rejection: null }))
        {
            present.Add(file.Path);
            if (!files.TryGetValue(file.Path, out var known))
                files[file.Path] = known = new WatchedFile();
            if (known.Look(FileStamp.Of(file.Path), () => OpenForWriting.Is(file.Path), time))
                arrivals.Forget(file.Path);
        }

        foreach (var gone in files.Keys.Where(path => !present.Contains(path)).ToList())
        {
            if (files.Remove(gone, out var known) && known.Content is not null && !hasGone)
                (hasGone, goneSince) = (true, now);
            arrivals.Forget(gone);
        }

        return (found, !ProblemsIn(found).SetEquals(problems));
    }

    private static HashSet<string> ProblemsIn(List<FoundFile> found) =>
        found.Where(file => file.Rejection is not null).Select(file => $"{file.Path} {file.Rejection}").ToHashSet(StringComparer.Ordinal);

    private ScannedFile Scanned(FoundFile file) =>
        files.TryGetValue(file.Path, out var known)
            ? new ScannedFile(file, known.IsDue || (known.Content is { IsContested: true } && !known.IsArriving), known.Content)
            : new ScannedFile(file, Reads: false, null);

    private void Remember(List<FoundFile> found, FolderScan scan)
    {
        foreach (var (path, content) in scan.Contents)
            files[path].WasRead(content, time.GetTimestamp());
        problems = ProblemsIn(found);
        if (scan.Withdraws)
            hasGone = false;
    }
}
