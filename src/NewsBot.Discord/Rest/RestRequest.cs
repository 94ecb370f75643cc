namespace NewsBot.Discord.Rest;

/// <summary>
/// Represents a request to Discord's REST API. Sending it twice must do no harm: it is repeated when there is no response.
/// </summary>
internal sealed record RestRequest
{
    public required HttpMethod Method { get; init; }

    /// <summary>Gets the path with names for its parts: the key of rate limits, and the form in the log.</summary>
    public required string Route { get; init; }

    /// <summary>Gets the path as sent, relative to the base address; it may contain an interaction's token.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the channel, server or webhook: limits of the same route are counted separately for each.</summary>
    public string Major { get; init; } = "";

    /// <summary>Gets the JSON; null: none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>
    /// Gets a value indicating whether the bot's token is sent. Requests authorised by an interaction's token go without.
    /// </summary>
    public bool AsBot { get; init; } = true;

    /// <summary>Gets a value indicating whether this is an interaction endpoint, which is exempt from the limit of all requests.</summary>
    public bool IsExemptFromGlobalLimit { get; init; }

    /// <summary>Gets the time after which the request is pointless.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(2);
}
