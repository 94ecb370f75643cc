namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents the outcome of a delivery, for logs and lists. Immutable.</summary>
/// <param name="Subscription">The subscription's id.</param>
/// <param name="Day">The day of the post, in the subscription's zone.</param>
/// <param name="Outcome">How it ended; null while it is in progress.</param>
/// <param name="IsRepost">Whether it was posted again although the first attempt may have arrived.</param>
/// <param name="At">The time (UTC).</param>
/// <param name="Reason">The reason; empty when all is well.</param>
public sealed record DeliveryNote(
    long Subscription,
    DateOnly Day,
    DeliveryOutcome? Outcome,
    bool IsRepost,
    DateTimeOffset At,
    string Reason
)
{
    /// <summary>Specifies the reason of a post that went out again without a reply to the first attempt.</summary>
    internal const string PostedAgain = "posted again: the first attempt may have arrived";

    /// <summary>Gets an unexpected exception, for the log; null when there was none.</summary>
    public Exception? Failure { get; init; }
}
