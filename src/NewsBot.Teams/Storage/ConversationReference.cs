namespace NewsBot.Teams.Storage;

/// <summary>Represents a place for unprompted posts.</summary>
internal sealed record ConversationReference
{
    /// <summary>Gets the conversation's id; for a channel, without the thread.</summary>
    public required string Conversation { get; init; }

    /// <summary>Gets <c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public required string Kind { get; init; }

    public required string ServiceUrl { get; init; }
    public string? TenantId { get; init; }

    /// <summary>Gets the team of a channel.</summary>
    public string? Team { get; init; }

    /// <summary>Gets the bot's own id there.</summary>
    public required string Bot { get; init; }

    public required DateTimeOffset Seen { get; init; }
}
