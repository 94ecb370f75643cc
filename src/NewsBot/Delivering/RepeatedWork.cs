namespace NewsBot.Delivering;

/// <summary>Runs work again and again for as long as the host runs, and logs once when it fails and once when it works again.</summary>
/// <param name="time">The clock.</param>
/// <param name="interval">The time between two runs.</param>
/// <param name="isDueAtStart">Whether the first run is at the start; otherwise it is after the interval.</param>
internal abstract class RepeatedWork(TimeProvider time, TimeSpan interval, bool isDueAtStart = false) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isFailing = false;
        using var timer = new PeriodicTimer(interval, time);
        var isDue = isDueAtStart;
        while (isDue || await WaitAsync(timer, stoppingToken))
        {
            isDue = false;
            try
            {
                await RunOnceAsync(stoppingToken);
                if (isFailing)
                    LogRecovery();
                isFailing = false;
            }
#pragma warning disable CA1031 // The edge of a background loop: it tries again after the interval.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                // Once: a store that is down for an hour would fill the log.
                if (!isFailing)
                    LogFailure(failure);
                isFailing = true;
            }
        }
    }

    /// <summary>Does the work.</summary>
    protected abstract Task RunOnceAsync(CancellationToken cancellationToken);

    /// <summary>Logs that the work fails.</summary>
    protected abstract void LogFailure(Exception failure);

    /// <summary>Logs that the work succeeds again.</summary>
    protected abstract void LogRecovery();

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
}
