using NewsBot.Teams.Storage;
using NewsBot.Teams.Turns;

namespace NewsBot.Teams.Processing;

/// <summary>A message to answer, or a post to deliver.</summary>
internal sealed record LaneWork
{
    /// <summary>The conversation's id.</summary>
    public required string Conversation { get; init; }

    /// <summary>The message's number in the store, or null.</summary>
    public long? Turn { get; init; }

    /// <summary>The message as it was read when it came; null: it is read from the store.</summary>
    public TurnContext? Message { get; init; }

    /// <summary>The post's number in the store, or null.</summary>
    public long? Post { get; init; }

    /// <summary>The post is not sent before; null: at once.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Work that an earlier run left.</summary>
    public static LaneWork Of(UnfinishedWork left) =>
        new()
        {
            Conversation = left.Conversation,
            Turn = left.Turn,
            Post = left.Post,
            DueAt = left.DueAt,
        };
}
