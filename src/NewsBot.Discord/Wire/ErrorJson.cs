namespace NewsBot.Discord.Wire;

/// <summary>Body of a refused request.</summary>
internal sealed record ErrorJson
{
    public int Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Seconds; only with status 429.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Only with status 429.</summary>
    public bool Global { get; init; }
}
