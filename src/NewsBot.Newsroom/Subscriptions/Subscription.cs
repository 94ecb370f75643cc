namespace NewsBot.Newsroom.Subscriptions;

/// <summary>That a conversation wants a digest at a time of its own. Immutable.</summary>
public sealed record Subscription
{
    /// <summary>Given by the store; 0 before it is stored.</summary>
    public long Id { get; init; }

    /// <summary>Name of the <see cref="IDigestChannel"/>: <c>teams</c>, <c>discord</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The channel's id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>What is wanted, and when.</summary>
    public required DigestSchedule Schedule { get; init; }

    /// <summary>The channel's id of the person who asked for it.</summary>
    public required string CreatedBy { get; init; }
}
