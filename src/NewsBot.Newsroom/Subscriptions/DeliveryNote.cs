namespace NewsBot.Newsroom.Subscriptions;

/// <summary>What happened to a delivery, for logs and lists.</summary>
/// <param name="Subscription">The subscription's id.</param>
/// <param name="Day">The day of the post, in the subscription's zone.</param>
/// <param name="Outcome">How it ended; null while it goes on.</param>
/// <param name="IsRepost">It was posted again without knowing the fate of the first try.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Reason">Why; empty when all is well.</param>
public sealed record DeliveryNote(long Subscription, DateOnly Day, DeliveryOutcome? Outcome, bool IsRepost, DateTimeOffset At, string Reason)
{
    /// <summary>A defect that was met, for the log; null when there was none.</summary>
    public Exception? Failure { get; init; }
}
