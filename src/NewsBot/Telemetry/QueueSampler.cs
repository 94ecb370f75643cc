using NewsBot.Delivering;
using NewsBot.Settings;

namespace NewsBot.Telemetry;

/// <summary>
/// Reads the queues for <see cref="HostMeter"/>: at the start, and every fifteen seconds. While the database cannot be read, the last state
/// stays, and its age shows that.
/// </summary>
internal sealed partial class QueueSampler(
    QueueStates queues,
    HostMeter meter,
    NewsBotSettings settings,
    TimeProvider time,
    ILogger<QueueSampler> log
) : RepeatedWork(time, Interval, isDueAtStart: true)
{
    /// <summary>Specifies the time between two reads.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    protected override async Task RunOnceAsync(CancellationToken cancellationToken) =>
        meter.Take(await queues.ReadAsync(cancellationToken), DiskSpace.FreeAt(settings.DataDirectory));

    /// <inheritdoc />
    protected override void LogFailure(Exception failure) => Failed(log, failure);

    /// <inheritdoc />
    protected override void LogRecovery() => WorksAgain(log);

    [LoggerMessage(1, LogLevel.Warning, "The queues cannot be read for the metrics; NewsBot tries again every fifteen seconds")]
    private static partial void Failed(ILogger log, Exception failure);

    [LoggerMessage(2, LogLevel.Information, "The queues can be read again")]
    private static partial void WorksAgain(ILogger log);
}
