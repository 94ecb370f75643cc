using System.Text.Json;

namespace NewsBot.Teams.Wire;

/// <summary>Represents one activity of the Bot Connector protocol, as it comes in and as it goes out; absent members are null.</summary>
internal sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? Timestamp { get; init; }
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Summary { get; init; }
    public string? ReplyToId { get; init; }
    public string? Name { get; init; }
    public string? Action { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public ChannelData? ChannelData { get; init; }

    /// <summary>Gets the data of a card's button or an invoke; its shape depends on <see cref="Name"/>.</summary>
    public JsonElement? Value { get; init; }
}

/// <summary>Represents a reaction to a message, such as <c>like</c>.</summary>
internal sealed record MessageReaction(string? Type);
