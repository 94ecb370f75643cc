using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Delivering;

/// <summary>Posts what alerts find, for as long as the host runs.</summary>
internal sealed partial class AlertService(AlertDelivery alerts, TimeProvider time, ILogger<AlertService> log)
    : RepeatedWork(time, AlertDelivery.Interval)
{
    /// <inheritdoc />
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        foreach (var note in await alerts.RunOnceAsync(cancellationToken))
        {
            if (note.Failure is { } defect)
                Defective(log, note.Subscription, defect);
            if (note.IsRepost || note.Outcome is not (DeliveryOutcome.Posted or DeliveryOutcome.PostedLate))
                Told(log, note.Subscription, note.Outcome?.ToString() ?? "continues", note.IsRepost, note.Reason);
            else
                Posted(log, note.Subscription);
        }
    }

    /// <inheritdoc />
    protected override void LogFailure(Exception failure) => Failed(log, failure);

    /// <inheritdoc />
    protected override void LogRecovery() => WorksAgain(log);

    [LoggerMessage(1, LogLevel.Information, "Post of alert {Alert} posted")]
    private static partial void Posted(ILogger log, long alert);

    [LoggerMessage(2, LogLevel.Warning, "Post of alert {Alert}: {Outcome}, posted again: {IsRepost}. {Reason}")]
    private static partial void Told(ILogger log, long alert, string outcome, bool isRepost, string reason);

    [LoggerMessage(3, LogLevel.Error, "Post of alert {Alert} met a defect")]
    private static partial void Defective(ILogger log, long alert, Exception defect);

    [LoggerMessage(4, LogLevel.Error, "Alerts could not be looked after; NewsBot tries again each second and logs when it succeeds")]
    private static partial void Failed(ILogger log, Exception failure);

    [LoggerMessage(5, LogLevel.Information, "Alerts are looked after again")]
    private static partial void WorksAgain(ILogger log);
}
