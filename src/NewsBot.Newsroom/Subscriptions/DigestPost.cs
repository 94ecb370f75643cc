using NewsBot.Newsroom.Digests;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a digest on its way to a conversation. Immutable.</summary>
public sealed record DigestPost : ChannelPost
{
    /// <summary>Gets the digest to post.</summary>
    public required Digest Digest { get; init; }
}
