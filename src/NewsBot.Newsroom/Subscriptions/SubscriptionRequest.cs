namespace NewsBot.Newsroom.Subscriptions;

/// <summary>What a person says about digests, with the rights that the channel has looked up.</summary>
public sealed record SubscriptionRequest
{
    /// <summary>Name of the channel: <c>teams</c>, <c>discord</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The channel's id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>The channel's id of the person.</summary>
    public required string Person { get; init; }

    /// <summary>Whether the person may change what comes here: owners of a team, Manage Server on Discord, everyone in a personal chat.</summary>
    public required bool MayManage { get; init; }

    /// <summary>The words after <c>digest</c>.</summary>
    public required string Words { get; init; }
}
