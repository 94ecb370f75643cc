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

    /// <summary>
    /// Gets the schedule where the channel has a field for each of its parts: <see cref="Words"/> then holds only the verb and the number
    /// of the subscription. Null: the schedule is in the words.
    /// </summary>
    public ScheduleFields? Fields { get; init; }

    /// <summary>Gets how the channel writes the commands.</summary>
    public SubscriptionSyntax Syntax { get; init; } = SubscriptionSyntax.Message;
}
