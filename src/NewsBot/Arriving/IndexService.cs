using NewsBot.Archive;

namespace NewsBot.Arriving;

/// <summary>Keeps the search index up to date for as long as the host runs, so that no question waits for a large ingest.</summary>
internal sealed partial class IndexService(ArticleArchive archive, TimeProvider time, ILogger<IndexService> log) : BackgroundService
{
    // After a defect in the program. Meanwhile searches update the index themselves.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is not in the index yet is indexed at the next start.
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        try
        {
            await archive.FollowAsync(stoppingToken);
        }
#pragma warning disable CA1031 // The edge of a background loop, which continues.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogDefect(failure);
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index cannot be kept up to date in the background")]
    private partial void LogDefect(Exception failure);
}
