using NewsBot.Archive;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Delivering;

/// <summary>Takes posts back that cite withdrawn articles, for as long as the host runs.</summary>
internal sealed partial class WithdrawalService(
    ArticleArchive archive,
    CitedPosts posts,
    IEnumerable<IPostedChannel> channels,
    TimeProvider time,
    ILogger<WithdrawalService> log
) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watch = new WithdrawalWatch(archive, posts, [.. channels], time);
        var isFailing = false;
        using var timer = new PeriodicTimer(WithdrawalWatch.Interval, time);
        while (await WaitAsync(timer, stoppingToken))
        {
            try
            {
                if (await watch.RunOnceAsync(stoppingToken) is > 0 and var taken)
                    TakenBack(log, taken);
                if (isFailing)
                    WorksAgain(log);
                isFailing = false;
            }
#pragma warning disable CA1031 // The edge of a background loop: it tries again after a second.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                // Once: a store that is down for an hour would fill the log.
                if (!isFailing)
                    Failed(log, failure);
                isFailing = true;
            }
        }
    }

    private static async ValueTask<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Posts taken back because they cite a withdrawn article: {Posts}")]
    private static partial void TakenBack(ILogger log, int posts);

    [LoggerMessage(
        2,
        LogLevel.Error,
        "Posts that cite withdrawn articles could not be taken back; NewsBot tries again each second and logs when it succeeds"
    )]
    private static partial void Failed(ILogger log, Exception failure);

    [LoggerMessage(3, LogLevel.Information, "Posts that cite withdrawn articles can be taken back again")]
    private static partial void WorksAgain(ILogger log);
}
