using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Store;
using NewsBot.Archive.WireWords;

namespace NewsBot.Archive.Ingest;

/// <summary>The writing half of an ingest: takes what was read, item by item. Not thread-safe.</summary>
internal sealed class IngestRun(IArticleStore store, IngestLedger ledger, IngestReporter reporter, IngestLimits limits)
{
    private const int WithdrawnAtOnce = 500;

    private readonly Dictionary<SourceKey, Origin> origins = [];
    // Of files that are there but cannot be read: what they held before stays.
    private readonly HashSet<SourceKey> spared = [];

    private readonly IngestBatch batch = new(limits);
    private IngestItem.FileStart? file;
    private FolderState? folder;
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
                ledger.Note($"{ledger.CurrentFile}, line {superseded.Line}, has the same source as line {superseded.By}, which counts.");
                break;
            case IngestItem.FileEnd end:
                reporter.ReadTo(end.Bytes);
                reporter.FileRead();
                break;
            case IngestItem.Problem problem:
                EnterFolder(problem.Folder);
                MarkUnread(problem.Path);
                Reject(new IngestRejection(problem.Path, null, problem.Reason) { Kind = RejectionKind.Unreadable }, isOfCurrentFile: false);
                break;
            case IngestItem.FolderEnd end:
                EnterFolder(end.Folder);
                await CommitAsync(cancellationToken).ConfigureAwait(false);
                await WithdrawAsync(end, cancellationToken).ConfigureAwait(false);
                folder = null;
                break;
        }
    }

    /// <summary>Makes durable what was taken so far.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (batch.IsEmpty)
            return;

        var outcomes = await store.PutAsync(batch.Articles, batch.Folder, cancellationToken).ConfigureAwait(false);
        var committed = new IngestedArticle[outcomes.Count];
        for (var i = 0; i < committed.Length; i++)
        {
            var outcome = outcomes[i] switch { PutOutcome.Added => IngestOutcome.Added, PutOutcome.Replaced => IngestOutcome.Replaced, PutOutcome.Older => IngestOutcome.Older, _ => IngestOutcome.Unchanged };
            var origin = batch.Origins[i];
            ledger.Count(origin.File, outcome);
            committed[i] = new IngestedArticle(batch.Articles[i].Source, ledger.FileAt(origin.File), origin.Line, outcome);
        }

        var kills = batch.Articles.Where(article => article.State == ArticleState.Killed).ToList();
        batch.Clear();
        reporter.Committed(committed);
        foreach (var kill in kills)
        {
            if ((await store.ItemAsync(kill.Source, cancellationToken).ConfigureAwait(false)).Versions.All(version => version.Article.State == ArticleState.Killed))
                ledger.Note($"{kill.Source} withdraws a report that the archive does not have ({kill.Replaces ?? "it names none"}); name it by: newsbot kill SOURCE");
        }
    }

    /// <summary>Says how many dates were read by a setting, once everything is read.</summary>
    public void NoteDates(DateOrder? order)
    {
        if (ambiguousDates == 0)
            return;
        var how = order switch
        {
            DateOrder.DayFirst => "with the day first, as the setting Ingest:DateOrder says",
            DateOrder.MonthFirst => "with the month first, as the setting Ingest:DateOrder says",
            _ => "with the day first, or the month first in American English; the setting Ingest:DateOrder (DayFirst or MonthFirst) decides",
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
    }

    private async Task TakeArticleAsync(Article article, int? line, CancellationToken cancellationToken)
    {
        if (folder is not null)
            folder.Articles++;
        var key = SourceKey.Of(article.Source);
        var origin = new Origin(ledger.FileCount - 1, line);
        if (origins.TryGetValue(key, out var first))
        {
            if (first.File != origin.File)
            {
                RejectSecond(article.Source, first, line);
                return;
            }

            // Lines of a file that can be read only once: the earlier has to be written before, so that the store can compare versions.
            ledger.Note($"{ledger.CurrentFile}, line {line}, has the same source as line {first.Line}, and replaces it unless that one's version is higher.");
            await CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        origins[key] = origin;
        batch.Add(article, origin, file!.Folder);
        if (batch.IsFull)
            await CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private void RejectSecond(string source, Origin first, int? line)
    {
        // A file that was named twice on the command line is still one file.
        var firstFile = ledger.FileAt(first.File);
        if (Path.GetFullPath(firstFile) == Path.GetFullPath(ledger.CurrentFile) && first.Line == line)
            return;

        var where = first.Line is { } firstLine ? $"{firstFile}, line {firstLine}" : firstFile;
        Reject(new IngestRejection(ledger.CurrentFile, line, $"has the source {source}, which {where} has already; that one was ingested") { Kind = RejectionKind.Duplicate }, isOfCurrentFile: true);
    }

    private void RejectResult(ReadResult result)
    {
        spared.Add(SourceKey.Of(result.RejectedSource ?? file!.Source));
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

    private async Task WithdrawAsync(IngestItem.FolderEnd end, CancellationToken cancellationToken)
    {
        var known = await store.SourcesOfFolderAsync(end.Folder, cancellationToken).ConfigureAwait(false);
        var gone = known.Where(source => SourceKey.Of(source) is var key && !origins.ContainsKey(key) && !spared.Contains(key)).ToList();
        if (gone.Count == 0)
            return;

        if (folder!.Unread is { } unread)
        {
            ledger.Note($"{end.Path}: {gone.Count} article(s) ingested from there before were not found; they stay, because {unread} could not be read.");
            return;
        }

        if (folder.Articles == 0)
        {
            Reject(
                new IngestRejection(
                    end.Path,
                    null,
                    $"holds no article any more, but the archive has {known.Count} from there, which stay; if its share is not mounted, mount it and ingest again; "
                        + "if they are to be withdrawn, leave one article in it and ingest again")
                { Kind = RejectionKind.Unreadable },
                isOfCurrentFile: false);
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
