namespace NewsBot.Discord.Wire;

/// <summary>Represents the first message of the gateway.</summary>
/// <param name="HeartbeatInterval">Milliseconds.</param>
internal sealed record HelloData(int HeartbeatInterval);

/// <summary>Represents the start of a session.</summary>
internal sealed record ReadyData
{
    public required string SessionId { get; init; }

    public string? ResumeGatewayUrl { get; init; }

    public UserJson? User { get; init; }

    public ApplicationJson? Application { get; init; }
}

/// <summary>Represents an application.</summary>
internal sealed record ApplicationJson(Snowflake Id);

/// <summary>Represents a heartbeat to the gateway, with the last sequence number.</summary>
internal sealed record HeartbeatPayload(int Op, long? D);

/// <summary>Represents the message that starts a session.</summary>
internal sealed record IdentifyPayload(int Op, IdentifyData D);

/// <summary>Represents the data of <see cref="IdentifyPayload"/>.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="Intents">Bit field.</param>
/// <param name="Shard">Number of the shard and count of shards.</param>
/// <param name="Properties">The client's description.</param>
internal sealed record IdentifyData(string Token, int Intents, IReadOnlyList<int> Shard, IdentifyProperties Properties);

/// <summary>Represents the client's description.</summary>
internal sealed record IdentifyProperties(string Os, string Browser, string Device);

/// <summary>Represents the message that resumes a session.</summary>
internal sealed record ResumePayload(int Op, ResumeData D);

/// <summary>Represents the data of <see cref="ResumePayload"/>.</summary>
internal sealed record ResumeData(string Token, string SessionId, long? Seq);

/// <summary>Represents the response of <c>GET /gateway/bot</c>.</summary>
internal sealed record GatewayBotJson
{
    public required string Url { get; init; }

    public int Shards { get; init; } = 1;

    public SessionStartLimitJson? SessionStartLimit { get; init; }
}

/// <summary>Represents the number of sessions that may still start.</summary>
internal sealed record SessionStartLimitJson
{
    /// <summary>Gets the number in 24 hours.</summary>
    public int? Total { get; init; }

    /// <summary>Gets the number until the reset.</summary>
    public int? Remaining { get; init; }

    /// <summary>Gets the time until the reset in milliseconds.</summary>
    public long? ResetAfter { get; init; }

    /// <summary>Gets the number of identify messages in 5 seconds.</summary>
    public int? MaxConcurrency { get; init; }
}
