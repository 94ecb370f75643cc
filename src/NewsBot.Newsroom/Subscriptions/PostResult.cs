namespace NewsBot.Newsroom.Subscriptions;

/// <summary>What became of one try to post.</summary>
/// <param name="Fate">Whether it arrived.</param>
/// <param name="Receipt">The channel's id of the message, as far as it is known.</param>
/// <param name="Reason">Why it did not arrive, for logs and for the subscriber; holds no secret.</param>
public sealed record PostResult(DeliveryFate Fate, string? Receipt, string Reason)
{
    /// <summary>It was sent twice, for nobody knows whether the first one arrived.</summary>
    public bool IsRepost { get; init; }

    /// <summary>It arrived.</summary>
    public static PostResult Posted(string? receipt) => new(DeliveryFate.Delivered, receipt, "");

    /// <summary>It is on disk and on its way.</summary>
    public static PostResult Accepted(string receipt) => new(DeliveryFate.Accepted, receipt, "");

    /// <summary>It did not arrive, and may when sent again.</summary>
    public static PostResult NotPosted(string reason) => new(DeliveryFate.NotDelivered, null, reason);

    /// <summary>Nobody knows whether it arrived.</summary>
    public static PostResult Unknown(string reason, string? receipt = null) => new(DeliveryFate.Unknown, receipt, reason);

    /// <summary>It was refused, and would be again.</summary>
    public static PostResult Refused(string reason) => new(DeliveryFate.Refused, null, reason);
}
