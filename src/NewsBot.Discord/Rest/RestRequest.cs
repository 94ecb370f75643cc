namespace NewsBot.Discord.Rest;

/// <summary>A request to Discord's REST API. Sending it twice must do no harm: it is repeated when no answer came.</summary>
internal sealed record RestRequest
{
    public required HttpMethod Method { get; init; }

    /// <summary>The path with names for its parts: the key of rate limits, and what the log shows.</summary>
    public required string Route { get; init; }

    /// <summary>The path as it is sent, from the base address on; it may hold an interaction's token.</summary>
    public required string Path { get; init; }

    /// <summary>Channel, server or webhook: limits of the same route count for each apart.</summary>
    public string Major { get; init; } = "";

    /// <summary>JSON; null: none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Whether the bot's token goes with it. Requests that an interaction's token authorizes go without.</summary>
    public bool AsBot { get; init; } = true;

    /// <summary>Interaction endpoints are exempt from the limit of all requests.</summary>
    public bool IsExemptFromGlobalLimit { get; init; }

    /// <summary>After this time the request is not worth anything.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(2);
}
