using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Writes the posts of one kind of subscription; <see cref="SubscriptionDelivery"/> delivers them. Thread-safe.</summary>
internal interface IPostWriter
{
    /// <summary>Gets the kind of subscription.</summary>
    SubscriptionKind Kind { get; }

    /// <summary>Prepares the writing of the posts that are due now.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Returns why a post cannot be written now; null if it can.</summary>
    PostResult? Obstacle(DueDelivery delivery);

    /// <summary>
    /// Returns the post and the record of what it contains; null when there is nothing to post now, as the writer has recorded.
    /// </summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="isLate">Whether the post is marked as late.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    Task<(ChannelPost Post, DigestAttempt Attempt)?> WriteAsync(DueDelivery delivery, bool isLate, CancellationToken cancellationToken);

    /// <summary>Determines whether a post is given up that is late by <see cref="DeliveryOptions.GiveUpAfter"/>.</summary>
    bool GivesUp(DueDelivery delivery);

    /// <summary>Returns when the next post is due after one that ended.</summary>
    DueTime Next(DueDelivery delivery, DeliveryOutcome outcome);

    /// <summary>Returns the words for a post in a report to its conversation, such as "The digest of 3 May 2026".</summary>
    Task<string> NameAsync(DeliveryNote note, CancellationToken cancellationToken);

    /// <summary>Records in the same transaction how a delivery ended.</summary>
    void Settled(StateConnection db, DueDelivery delivery, DeliveryNote note, DigestAttempt? attempt);

    /// <summary>Records in the same transaction how a post ended that a channel had accepted.</summary>
    void Closed(StateConnection db, DeliveryNote note);
}
