namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents the outcome of one attempt to post. Immutable.</summary>
/// <param name="Fate">Whether it arrived.</param>
/// <param name="Receipt">The channel's id of the message; null when unknown.</param>
/// <param name="Reason">Why it did not arrive, for logs and for the subscriber; contains no secret.</param>
public sealed record PostResult(DeliveryFate Fate, string? Receipt, string Reason)
{
    /// <summary>Gets a value indicating whether it was sent twice because the first message may not have arrived.</summary>
    public bool IsRepost { get; init; }

    /// <summary>Gets how long the receiver asks to wait before the next attempt; null: it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Returns the outcome of a post that arrived.</summary>
    public static PostResult Posted(string? receipt) => new(DeliveryFate.Delivered, receipt, "");

    /// <summary>Returns the outcome of a post that is on disk and on its way.</summary>
    public static PostResult Accepted(string receipt) => new(DeliveryFate.Accepted, receipt, "");

    /// <summary>Returns the outcome of a post that did not arrive, but may if sent again.</summary>
    public static PostResult NotPosted(string reason) => new(DeliveryFate.NotDelivered, null, reason);

    /// <summary>Returns the outcome of a post that may or may not have arrived.</summary>
    public static PostResult Unknown(string reason, string? receipt = null) => new(DeliveryFate.Unknown, receipt, reason);

    /// <summary>Returns the outcome of a post that was refused, and would be again.</summary>
    public static PostResult Refused(string reason) => new(DeliveryFate.Refused, null, reason);
}
