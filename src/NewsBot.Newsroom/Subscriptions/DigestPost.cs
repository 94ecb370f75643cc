using NewsBot.Newsroom.Digests;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a digest on its way to a conversation. Immutable.</summary>
public sealed record DigestPost
{
    /// <summary>Gets the key, the same for every attempt of this post and for no other: at most 25 ASCII characters.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the channel's id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>Gets the digest to post.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Gets when it was due (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Gets a value indicating whether it is late enough to be marked as late.</summary>
    public required bool IsLate { get; init; }
}
