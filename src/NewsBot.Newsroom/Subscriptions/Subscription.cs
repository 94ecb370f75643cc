using NewsBot.Newsroom.Desks;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a conversation's standing order for a digest or an alert. Immutable.</summary>
public sealed record Subscription
{
    /// <summary>Gets the id, assigned by the store; 0 before it is stored.</summary>
    public long Id { get; init; }

    /// <summary>Gets what it posts.</summary>
    public SubscriptionKind Kind { get; init; }

    /// <summary>Gets the name of the <see cref="IDigestChannel"/>: <c>teams</c>, <c>discord</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Gets the channel's id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>
    /// Gets when the digest is due, and on which topic. For an alert: the time of its daily post, and its words as typed.
    /// </summary>
    public required DigestSchedule Schedule { get; init; }

    /// <summary>Gets the channel's id of the person who subscribed.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Gets the channel's id of the channel that a thread belongs to; null outside threads.</summary>
    public string? Parent { get; init; }

    /// <summary>Gets a value indicating whether only the person who subscribed reads there.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Gets for whom posts are written: their desk decides what the posts contain.</summary>
    public ReaderPlace Reader => new(Conversation, Parent, CreatedBy, IsPersonal);
}
