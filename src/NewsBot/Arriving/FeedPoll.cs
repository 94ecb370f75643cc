using NewsBot.Archive;
using NewsBot.Archive.Ingest;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Store;
using NewsBot.Settings;

namespace NewsBot.Arriving;

/// <summary>Fetches one feed repeatedly and ingests its content. Not thread-safe: one caller runs it.</summary>
/// <remarks>
/// The validators of the server are kept only once the archive has the content: after a crash between the two, the content is fetched
/// again.
/// </remarks>
internal sealed class FeedPoll(
    FeedSettings feed,
    FeedFetcher fetcher,
    FeedStates states,
    ArticleArchive archive,
    ReadingOptions reading,
    TimeProvider time,
    Func<double> jitter
)
{
    /// <summary>Specifies after how long content that the archive could not take is offered again, without fetching it again.</summary>
    public static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(15);

    private FeedState? state;
    private (FetchedFeed Feed, FeedValidators? Validators)? waiting;
    private int failures;
    private bool isKept = true;

    /// <summary>Gets the feed's address in the form that may be shown.</summary>
    public string Name { get; } = feed.Url.GetLeftPart(UriPartial.Path);

    /// <summary>Runs one turn.</summary>
    public async Task<FeedTurn> RunOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (state is null)
            {
                state = await states.FindAsync(feed.Url, cancellationToken);
                // A host that is restarted repeatedly must not ask repeatedly.
                if (state.NotBefore - time.GetUtcNow() is { } left && left > TimeSpan.Zero && left <= FeedBackoff.LongestAsked)
                    return new FeedTurn(left, $"{Name} asked for a pause", null);
            }

            return waiting is { } content
                ? await IngestAsync(content.Feed, content.Validators, cancellationToken)
                : await FetchAsync(state, cancellationToken);
        }
        catch (StoreException failure)
        {
            return new FeedTurn(StoreRetry, failure.Message, null);
        }
    }

    private async Task<FeedTurn> FetchAsync(FeedState known, CancellationToken cancellationToken)
    {
        // An archive that was restored from a backup or recreated lacks the content that the server reports as unchanged.
        var isSame =
            known.History is not null
            && await archive.HistoryAsync(known.Change, cancellationToken) == known.History
            && await archive.LastChangeAsync(cancellationToken) >= known.Change;
        var response = await fetcher.FetchAsync(feed.Url, isSame ? known.Validators : null, cancellationToken);
        if (response.Failure is { } failure)
            return await FailAsync(failure, response.RetryAfter, cancellationToken);
        return response.Content is { } content
            ? await IngestAsync(new FetchedFeed(feed.Url, content, feed.Outlet), response.Validators, cancellationToken)
            : await SucceedAsync(response.Validators, null, cancellationToken);
    }

    private async Task<FeedTurn> IngestAsync(FetchedFeed content, FeedValidators? validators, CancellationToken cancellationToken)
    {
        var report = await archive.IngestAsync(content, reading, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        waiting = report.StoreFailure is null ? null : (content, validators);
        if (report.StoreFailure is { } full)
            return new FeedTurn(StoreRetry, full, report);
        // What is not a feed, or only part of one, is fetched again; unreadable entries are reported once.
        if (report.Added + report.Replaced + report.Unchanged == 0 && report.Rejections is [var rejection, ..])
            return await FailAsync(rejection.Reason, null, cancellationToken);
        return await SucceedAsync(validators, report, cancellationToken);
    }

    private async Task<FeedTurn> SucceedAsync(FeedValidators? validators, IngestReport? report, CancellationToken cancellationToken)
    {
        failures = 0;
        var change = await archive.LastChangeAsync(cancellationToken);
        var next = new FeedState(validators, change, await archive.HistoryAsync(change, cancellationToken), null);
        var problem = next == state && isKept ? null : await KeepAsync(next, cancellationToken);
        return new FeedTurn(Next(null), problem, report);
    }

    private async Task<FeedTurn> FailAsync(string failure, TimeSpan? asked, CancellationToken cancellationToken)
    {
        failures++;
        var wait = Next(asked);
        if (asked is not null)
            await KeepAsync(state! with { NotBefore = time.GetUtcNow() + wait }, cancellationToken);
        return new FeedTurn(wait, $"{Name} {failure}", null);
    }

    // What cannot be stored counts until the host stops; the server is not asked more often for that reason.
    private async Task<string?> KeepAsync(FeedState next, CancellationToken cancellationToken)
    {
        state = next;
        try
        {
            await states.KeepAsync(feed.Url, next, cancellationToken);
            isKept = true;
            return null;
        }
        catch (StoreException failure)
        {
            isKept = false;
            return failure.Message;
        }
    }

    private TimeSpan Next(TimeSpan? asked) => FeedBackoff.Delay(feed.Every, failures, asked, jitter());
}
