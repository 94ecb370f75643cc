using NewsBot.Newsroom.Digests;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>A digest on its way to a conversation.</summary>
public sealed record DigestPost
{
    /// <summary>The same for every try of this post, and for no other: at most 25 ASCII characters.</summary>
    public required string Key { get; init; }

    /// <summary>The channel's id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>What to post.</summary>
    public required Digest Digest { get; init; }

    /// <summary>When it was due (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>It comes late enough that readers are told so.</summary>
    public required bool IsLate { get; init; }
}
