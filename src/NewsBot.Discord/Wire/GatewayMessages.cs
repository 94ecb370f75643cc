namespace NewsBot.Discord.Wire;

/// <summary>First message of the gateway.</summary>
/// <param name="HeartbeatInterval">Milliseconds.</param>
internal sealed record HelloData(int HeartbeatInterval);

/// <summary>The session has begun.</summary>
internal sealed record ReadyData
{
    public required string SessionId { get; init; }

    public string? ResumeGatewayUrl { get; init; }

    public UserJson? User { get; init; }

    public ApplicationJson? Application { get; init; }
}

/// <summary>An application.</summary>
internal sealed record ApplicationJson(Snowflake Id);

/// <summary>What we send: a heartbeat with the last sequence number.</summary>
internal sealed record HeartbeatPayload(int Op, long? D);

/// <summary>What we send to begin a session.</summary>
internal sealed record IdentifyPayload(int Op, IdentifyData D);

/// <summary>Data of <see cref="IdentifyPayload"/>.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="Intents">Bit field.</param>
/// <param name="Shard">Number of the shard and count of shards.</param>
/// <param name="Properties">Who we are.</param>
internal sealed record IdentifyData(string Token, int Intents, IReadOnlyList<int> Shard, IdentifyProperties Properties);

/// <summary>Who we are.</summary>
internal sealed record IdentifyProperties(string Os, string Browser, string Device);

/// <summary>What we send to take a session up again.</summary>
internal sealed record ResumePayload(int Op, ResumeData D);

/// <summary>Data of <see cref="ResumePayload"/>.</summary>
internal sealed record ResumeData(string Token, string SessionId, long? Seq);

/// <summary>Answer of <c>GET /gateway/bot</c>.</summary>
internal sealed record GatewayBotJson
{
    public required string Url { get; init; }

    public int Shards { get; init; } = 1;

    public SessionStartLimitJson? SessionStartLimit { get; init; }
}

/// <summary>How many sessions may still be begun.</summary>
internal sealed record SessionStartLimitJson
{
    /// <summary>In 24 hours.</summary>
    public int? Total { get; init; }

    /// <summary>Until the reset.</summary>
    public int? Remaining { get; init; }

    /// <summary>Milliseconds.</summary>
    public long? ResetAfter { get; init; }

    /// <summary>Identifies in 5 seconds.</summary>
    public int? MaxConcurrency { get; init; }
}
