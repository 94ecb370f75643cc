using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Store;
using NewsBot.Archive.WireWords;

namespace NewsBot.Archive.Ingest;

/// <summary>Represents the writing half of an ingest: takes what was read, item by item. Not thread-safe.</summary>
internal sealed class IngestRun(IArticleStore store, IngestLedger ledger, IngestReporter reporter, IngestLimits limits)
{
    private const int WithdrawnAtOnce = 500;

    private readonly Dictionary<SourceKey, Origin> origins = [];

    // From files that exist but cannot be read: their articles stay as they are in the archive.
    private readonly HashSet<SourceKey> spared = [];

    // From files that were not read because an earlier pass recorded their content; with the file.
    private readonly Dictionary<SourceKey, IngestItem.Kept> kept = [];

    private readonly IngestBatch batch = new(limits);
    private IngestItem.FileStart? file;
    private FolderState? folder;
    private FileContent? content;
    private int ambiguousDates;

    public async Task TakeAsync(IngestItem item, CancellationToken cancellationToken)
    {
        switch (item)
        {
            case IngestItem.FileStart start:
                await BeginFileAsync(start, cancellationToken).ConfigureAwait(false);
                break;
            case IngestItem.Read { Result: { Article: { } article } result }:
                reporter.ReadTo(result.Position);
                ambiguousDates += result.HasAmbiguousDate ? 1 : 0;
                await TakeArticleAsync(WireReader.Read(article), result.Line, cancellationToken).ConfigureAwait(false);
                break;
            case IngestItem.Read { Result: var result }:
                reporter.ReadTo(result.Position);
                RejectResult(result);
                break;
            case IngestItem.Superseded superseded:
                ledger.Note(
                    $"{ledger.CurrentFile}, line {superseded.Line}, has the same source as line {superseded.By}, which is used instead."
                );
                break;
            case IngestItem.FileEnd end:
                reporter.ReadTo(end.Bytes);
                reporter.FileRead();
                break;
            case IngestItem.Kept file:
                EnterFolder(file.Folder);
                Keep(file);
                break;
            case IngestItem.Skipped:
                ledger.CountSkipped();
                break;
            case IngestItem.Problem problem:
                EnterFolder(problem.Folder);
                if (problem.HidesOthers)
                    MarkUnread(problem.Path);
                Reject(new IngestRejection(problem.Path, null, problem.Reason) { Kind = problem.Kind }, isOfCurrentFile: false);
                break;
            case IngestItem.FolderEnd end:
                EnterFolder(end.Folder);
                await CommitAsync(cancellationToken).ConfigureAwait(false);
                if (end.Withdraws)
                    await WithdrawAsync(end, cancellationToken).ConfigureAwait(false);
                folder = null;
                break;
        }
    }

    /// <summary>Commits what has been taken so far.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (batch.IsEmpty)
            return;

        var outcomes = await store.PutAsync(batch.Articles, batch.Folder, cancellationToken).ConfigureAwait(false);
        var committed = new IngestedArticle[outcomes.Count];
        for (var i = 0; i < committed.Length; i++)
        {
            var outcome = outcomes[i] switch
            {
                PutOutcome.Added => IngestOutcome.Added,
                PutOutcome.Replaced => IngestOutcome.Replaced,
                PutOutcome.Older => IngestOutcome.Older,
                _ => IngestOutcome.Unchanged,
            };
            var origin = batch.Origins[i];
            ledger.Count(origin.File, outcome);
            ledger.CountHeld(batch.Articles[i], store.Time.GetUtcNow());
            committed[i] = new IngestedArticle(batch.Articles[i].Source, ledger.FileAt(origin.File), origin.Line, outcome);
        }

        var kills = batch.Articles.Where(article => article.State == ArticleState.Killed).ToList();
        batch.Clear();
        reporter.Committed(committed);
        foreach (var kill in kills)
        {
            if (
                (await store.ItemAsync(kill.Source, cancellationToken).ConfigureAwait(false)).Versions.All(version =>
                    version.Article.State == ArticleState.Killed
                )
            )
                ledger.Note(
                    $"{kill.Source} withdraws an article that is not in the archive ({kill.Replaces ?? "none named"}); withdraw it with: newsbot kill SOURCE"
                );
        }
    }

    /// <summary>Notes how many dates were read by a setting, once everything is read.</summary>
    public void NoteDates(DateOrder? order)
    {
        if (ambiguousDates == 0)
            return;
        var how = order switch
        {
            DateOrder.DayFirst => "with the day first, as set in Ingest:DateOrder",
            DateOrder.MonthFirst => "with the month first, as set in Ingest:DateOrder",
            _ =>
                "with the day first, or the month first in American English; the setting Ingest:DateOrder (DayFirst or MonthFirst) decides",
        };
        ledger.Note($"{ambiguousDates} article(s) have a date such as 03/05/2023, which was read {how}.");
    }

    private async Task BeginFileAsync(IngestItem.FileStart start, CancellationToken cancellationToken)
    {
        EnterFolder(start.Folder);
        if (!batch.IsEmpty && batch.Folder != start.Folder)
            await CommitAsync(cancellationToken).ConfigureAwait(false);
        file = start;
        ledger.Begin(start.Path);
        content = null;
        if (limits.Scan is { } scan)
            scan.Contents[start.Path] = content = new FileContent();
    }

    private void Keep(IngestItem.Kept file)
    {
        folder!.Articles += file.Content.Sources.Count;
        if (file.Content.HidesOthers)
            MarkUnread(file.Path);
        spared.UnionWith(file.Content.Spared);
        foreach (var source in file.Content.Sources)
        {
            // A file before this one has the source now.
            if (origins.ContainsKey(source) || !kept.TryAdd(source, file))
                file.Content.IsContested = true;
        }
    }

    private async Task TakeArticleAsync(Article article, int? line, CancellationToken cancellationToken)
    {
        if (folder is not null)
            folder.Articles++;
        var key = SourceKey.Of(article.Source);
        var origin = new Origin(ledger.FileCount - 1, line);
        if (kept.TryGetValue(key, out var other))
        {
            content!.IsContested = true;
            RejectSecond(article.Source, other.Path, null, line);
            return;
        }

        if (origins.TryGetValue(key, out var first))
        {
            if (first.File != origin.File)
            {
                if (content is not null)
                    content.IsContested = true;
                RejectSecond(article.Source, ledger.FileAt(first.File), first.Line, line);
                return;
            }

            // The lines come from a file that can be read only once: the earlier one must be written first, so that the store can compare
            // versions.
            ledger.Note(
                $"{ledger.CurrentFile}, line {line}, has the same source as line {first.Line}, and replaces it unless that one's version is higher."
            );
            await CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        origins[key] = origin;
        content?.Sources.Add(key);
        batch.Add(article, origin, file!.Folder);
        if (batch.IsFull)
            await CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private void RejectSecond(string source, string firstFile, int? firstLine, int? line)
    {
        // A file named twice on the command line is still one file.
        if (Path.GetFullPath(firstFile) == Path.GetFullPath(ledger.CurrentFile) && firstLine == line)
            return;

        var where = firstLine is not null ? $"{firstFile}, line {firstLine}" : firstFile;
        Reject(
            new IngestRejection(ledger.CurrentFile, line, $"has the source {source}, which {where} already has; that one was ingested")
            {
                Kind = RejectionKind.Duplicate,
            },
            isOfCurrentFile: true
        );
    }

    private void RejectResult(ReadResult result)
    {
        var source = SourceKey.Of(result.RejectedSource ?? file!.Source);
        spared.Add(source);
        content?.Reject(result, source);
        if (result.HidesOthers)
            MarkUnread(file!.Path);
        Reject(new IngestRejection(file!.Path, result.Line, result.Rejection!) { Kind = result.Kind }, isOfCurrentFile: true);
    }

    private void Reject(IngestRejection rejection, bool isOfCurrentFile)
    {
        ledger.Reject(rejection, isOfCurrentFile);
        reporter.Rejected(rejection);
    }

    private void EnterFolder(string? path)
    {
        if (folder?.Folder != path)
            folder = path is null ? null : new FolderState(path);
    }

    private void MarkUnread(string path)
    {
        if (folder is not null)
            folder.Unread ??= path;
    }

    private bool IsThere(SourceKey source) => origins.ContainsKey(source) || kept.ContainsKey(source) || spared.Contains(source);

    private async Task WithdrawAsync(IngestItem.FolderEnd end, CancellationToken cancellationToken)
    {
        var known = await store.SourcesOfFolderAsync(end.Folder, cancellationToken).ConfigureAwait(false);
        var gone = known.Where(source => !IsThere(SourceKey.Of(source))).ToList();
        if (gone.Count == 0)
            return;

        if (folder!.Unread is { } unread)
        {
            ledger.Note(
                $"{end.Path}: {gone.Count} article(s) ingested from there earlier were not found; they stay, because {unread} could not be read."
            );
            return;
        }

        if (folder.Articles == 0)
        {
            Reject(
                new IngestRejection(
                    end.Path,
                    null,
                    $"no longer contains any articles, but the archive has {known.Count} from it, which stay; if its share is not mounted, mount it and ingest again; "
                        + "to withdraw them, leave one article in the folder and ingest again"
                )
                {
                    Kind = RejectionKind.Unreadable,
                },
                isOfCurrentFile: false
            );
            return;
        }

        foreach (var sources in gone.Chunk(WithdrawnAtOnce))
        {
            await store.RemoveAsync(sources, cancellationToken).ConfigureAwait(false);
            foreach (var _ in sources)
                ledger.CountWithdrawn();
            reporter.Committed([.. sources.Select(source => new IngestedArticle(source, end.Path, null, IngestOutcome.Withdrawn))]);
        }
    }
}
