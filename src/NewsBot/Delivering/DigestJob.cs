using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Subscriptions;
using Quartz;

namespace NewsBot.Delivering;

/// <summary>
/// Posts the digests that are due. Quartz only wakes it: <see cref="SubscriptionStore"/> records what is due and what was posted.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class DigestJob(DigestDelivery delivery, DeskRegister desks, ILogger<DigestJob> log) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // Another host may have changed them.
            await desks.RefreshAsync(cancellationToken);
            foreach (var note in await delivery.RunDueAsync(cancellationToken))
            {
                if (note.Failure is { } defect)
                    Defective(log, note.Subscription, note.Day, defect);
                if (note.IsRepost || note.Outcome is not (DeliveryOutcome.Posted or DeliveryOutcome.PostedLate))
                    Told(log, note.Subscription, note.Day, note.Outcome?.ToString() ?? "continues", note.IsRepost, note.Reason);
                else
                    Posted(log, note.Subscription, note.Day, note.Outcome == DeliveryOutcome.PostedLate);
            }
        }
#pragma warning disable CA1031 // The edge of a background loop: it tries again after a minute.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Failed(log, failure);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Digest of subscription {Subscription} for {Day} posted (late: {IsLate})")]
    private static partial void Posted(ILogger log, long subscription, DateOnly day, bool isLate);

    [LoggerMessage(2, LogLevel.Warning, "Digest of subscription {Subscription} for {Day}: {Outcome}, posted again: {IsRepost}. {Reason}")]
    private static partial void Told(ILogger log, long subscription, DateOnly day, string outcome, bool isRepost, string reason);

    [LoggerMessage(4, LogLevel.Error, "Digest of subscription {Subscription} for {Day} met a defect")]
    private static partial void Defective(ILogger log, long subscription, DateOnly day, Exception defect);

    [LoggerMessage(3, LogLevel.Error, "Digests could not be delivered; NewsBot tries again in a minute")]
    private static partial void Failed(ILogger log, Exception failure);
}
