namespace NewsBot.Teams.Storage;

/// <summary>Where to post unasked.</summary>
internal sealed record ConversationReference
{
    /// <summary>The conversation's id, for a channel without the thread.</summary>
    public required string Conversation { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public required string Kind { get; init; }

    public required string ServiceUrl { get; init; }
    public string? TenantId { get; init; }

    /// <summary>Of a channel: its team.</summary>
    public string? Team { get; init; }

    /// <summary>The bot's own id there.</summary>
    public required string Bot { get; init; }

    public required DateTimeOffset Seen { get; init; }
}
