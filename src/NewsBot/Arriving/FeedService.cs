using NewsBot.Archive;
using NewsBot.Settings;

namespace NewsBot.Arriving;

/// <summary>Fetches the feeds of <c>Ingest:Feeds</c> for as long as the host runs.</summary>
internal sealed class FeedService(
    IngestSettings settings,
    FeedFetcher fetcher,
    FeedStates states,
    ArticleArchive archive,
    ArrivalDesk desk,
    TimeProvider time
) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(settings.Feeds.Select(feed => PollAsync(feed, stoppingToken)));

    private async Task PollAsync(FeedSettings feed, CancellationToken stoppingToken)
    {
        await Task.Yield();
        var poll = new FeedPoll(feed, fetcher, states, archive, settings.Reading, time, Random.Shared.NextDouble);
        await desk.KeepRunningAsync(poll.Name, stopping => PollAsync(poll, stopping), stoppingToken);
    }

    private async Task PollAsync(FeedPoll poll, CancellationToken stoppingToken)
    {
        // A server that always sends the whole feed sends the same faulty entries each time.
        HashSet<string> told = [];
        while (true)
        {
            var turn = await poll.RunOnceAsync(stoppingToken);
            desk.Tell(poll.Name, turn.Report, turn.Problem);
            if (turn.Report is { } report)
            {
                HashSet<string> sentences = [.. report.Rejections.Select(rejection => rejection.ToString()), .. report.Notes];
                desk.Warn(sentences.Except(told));
                told = sentences;
                await desk.RefreshAsync(stoppingToken);
            }

            await Task.Delay(turn.Wait, time, stoppingToken);
        }
    }
}
