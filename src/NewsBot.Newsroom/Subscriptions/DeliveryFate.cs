namespace NewsBot.Newsroom.Subscriptions;

/// <summary>How a try to post ended.</summary>
public enum PostFate
{
    /// <summary>It arrived.</summary>
    Posted,

    /// <summary>It did not arrive, and may when sent again.</summary>
    NotPosted,

    /// <summary>Nobody knows whether it arrived.</summary>
    Unknown,

    /// <summary>It is on disk and on its way, and will not be lost; <see cref="IDigestChannel.FollowAsync"/> tells how it ends.</summary>
    Accepted,

    /// <summary>It was refused, and would be again.</summary>
    Refused,
}
