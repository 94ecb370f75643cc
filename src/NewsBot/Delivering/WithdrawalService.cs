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
) : RepeatedWork(time, WithdrawalWatch.Interval)
{
    private readonly WithdrawalWatch watch = new(archive, posts, [.. channels], time);

    /// <inheritdoc />
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (await watch.RunOnceAsync(cancellationToken) is > 0 and var taken)
            TakenBack(log, taken);
    }

    /// <inheritdoc />
    protected override void LogFailure(Exception failure) => Failed(log, failure);

    /// <inheritdoc />
    protected override void LogRecovery() => WorksAgain(log);

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
