namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Specifies how an attempt to deliver a message ended, in any channel.</summary>
public enum DeliveryFate
{
    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It did not arrive, but may if sent again.</summary>
    NotDelivered,

    /// <summary>It may or may not have arrived: the connection broke, or a gateway replied for the other side.</summary>
    Unknown,

    /// <summary>It is on disk and on its way, and will not be lost; <see cref="IDigestChannel.FollowAsync"/> returns how it ends.</summary>
    Accepted,

    /// <summary>It was refused, and would be again.</summary>
    Refused,
}
