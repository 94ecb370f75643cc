namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Says how a try to deliver a message ended, whatever the channel.</summary>
public enum DeliveryFate
{
    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It did not arrive, and may when sent again.</summary>
    NotDelivered,

    /// <summary>Nobody knows whether it arrived: the connection broke, or a gateway between spoke for the other side.</summary>
    Unknown,

    /// <summary>It is on disk and on its way, and will not be lost; <see cref="IDigestChannel.FollowAsync"/> tells how it ends.</summary>
    Accepted,

    /// <summary>It was refused, and would be again.</summary>
    Refused,
}
