using NewsBot.Archive.Store;
using NewsBot.Newsroom.Spending;

namespace NewsBot.Delivering;

/// <summary>
/// Exchanges with the other hosts what callers spent: before this one listens, so that a restart does not refill what they have, twice a
/// second after that, and once more when it stops.
/// </summary>
internal sealed partial class SpendingExchange(SharedSpending spending, TimeProvider time, ILogger<SpendingExchange> log)
    : RepeatedWork(time, SharedSpending.Interval)
{
    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (ExecuteTask?.IsCompleted != false)
            await TryAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override Task RunOnceAsync(CancellationToken cancellationToken) => spending.ExchangeAsync(cancellationToken);

    /// <inheritdoc />
    protected override void LogFailure(Exception failure) => Failed(log, failure);

    /// <inheritdoc />
    protected override void LogRecovery() => WorksAgain(log);

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await spending.ExchangeAsync(cancellationToken);
        }
        catch (StoreException failure)
        {
            LogFailure(failure);
        }
    }

    [LoggerMessage(
        1,
        LogLevel.Error,
        "What callers spend at other hosts cannot be counted; limits and budgets are those of this host alone until it can"
    )]
    private static partial void Failed(ILogger log, Exception failure);

    [LoggerMessage(2, LogLevel.Information, "Limits and budgets count over all hosts again")]
    private static partial void WorksAgain(ILogger log);
}
