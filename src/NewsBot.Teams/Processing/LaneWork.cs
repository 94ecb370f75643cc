using NewsBot.Teams.Storage;
using NewsBot.Teams.Turns;

namespace NewsBot.Teams.Processing;

/// <summary>Represents a message to answer, or a post to deliver.</summary>
internal sealed record LaneWork
{
    /// <summary>Gets the conversation's id.</summary>
    public required string Conversation { get; init; }

    /// <summary>Gets the message's number in the store, or null.</summary>
    public long? Turn { get; init; }

    /// <summary>Gets the message as it was read on arrival; null: it is read from the store.</summary>
    public TurnContext? Message { get; init; }

    /// <summary>Gets the post's number in the store, or null.</summary>
    public long? Post { get; init; }

    /// <summary>Gets the time before which the post is not sent; null: at once.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Returns work that an earlier run left.</summary>
    public static LaneWork Of(UnfinishedWork left) =>
        new()
        {
            Conversation = left.Conversation,
            Turn = left.Turn,
            Post = left.Post,
            DueAt = left.DueAt,
        };
}
