using NewsBot.Archive;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Delivering;

/// <summary>Takes back posts that cite withdrawn articles, for as long as the host runs.</summary>
internal sealed partial class WithdrawalService(ArticleArchive archive, CitedPosts posts, IEnumerable<IPostedChannel> channels, TimeProvider time, ILogger<WithdrawalService> log)
    : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watch = new WithdrawalWatch(archive, posts, [.. channels], time);
        using var timer = new PeriodicTimer(WithdrawalWatch.Interval, time);
        while (await WaitAsync(timer, stoppingToken))
        {
            try
            {
                if (await watch.RunOnceAsync(stoppingToken) is > 0 and var taken) TakenBack(log, taken);
            }
#pragma warning disable CA1031 // The border of a background loop: the next second tries again.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Failed(log, failure);
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

    [LoggerMessage(1, LogLevel.Information, "Posts taken back because an article that they cite was withdrawn: {Posts}")]
    private static partial void TakenBack(ILogger log, int posts);

    [LoggerMessage(2, LogLevel.Error, "Posts that cite withdrawn articles could not be taken back; the next second tries again")]
    private static partial void Failed(ILogger log, Exception failure);
}
