using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a person's command about digests or alerts, with their rights as looked up by the channel. Immutable.</summary>
public sealed record SubscriptionRequest
{
    /// <summary>Gets the name of the channel: <c>teams</c>, <c>discord</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Gets who asks, and where. The person must be known.</summary>
    public required ReaderPlace Reader { get; init; }

    /// <summary>Gets who asks, for the audit log.</summary>
    public AuditActor By => AuditActor.Of(Channel, Reader.Person);

    /// <summary>Gets the channel's id of the conversation.</summary>
    public string Conversation => Reader.Conversation;

    /// <summary>
    /// Gets a value indicating whether the person may change the digests and alerts here: owners of a team, Manage Server on
    /// Discord, everyone in a personal chat.
    /// </summary>
    public required bool MayManage { get; init; }

    /// <summary>Gets the words after <c>digest</c> or <c>alert</c>.</summary>
    public required string Words { get; init; }

    /// <summary>
    /// Gets the schedule as typed into separate fields; <see cref="Words"/> then has only the verb and the number of the subscription. Null
    /// if the schedule is in the words.
    /// </summary>
    public ScheduleFields? Fields { get; init; }

    /// <summary>Gets the commands as the channel writes them, for replies to mistyped ones.</summary>
    public SubscriptionSyntax Syntax { get; init; } = SubscriptionSyntax.Message;
}
