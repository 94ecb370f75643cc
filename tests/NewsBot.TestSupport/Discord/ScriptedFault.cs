namespace NewsBot.TestSupport.Discord;

/// <summary>Represents a deliberate failure of <see cref="ScriptedDiscord"/>.</summary>
public sealed record ScriptedFault
{
    /// <summary>Gets the HTTP status; 0: the connection is cut without a response.</summary>
    public required int Status { get; init; }

    /// <summary>Gets the JSON of the body.</summary>
    public string Body { get; init; } = "{\"code\":0,\"message\":\"scripted\"}";

    /// <summary>Gets the header lines.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets a value indicating whether the request takes effect although the response is a failure.</summary>
    public bool TakesEffect { get; init; }

    /// <summary>Returns the failure "too many requests".</summary>
    /// <param name="scope">user, shared or global.</param>
    /// <param name="seconds">The wait.</param>
    public static ScriptedFault TooMany(string scope, double seconds) =>
        new()
        {
            Status = 429,
            Body = FormattableString.Invariant(
                $"{{\"message\":\"limited\",\"retry_after\":{seconds},\"global\":{(scope == "global" ? "true" : "false")}}}"
            ),
            Headers = new Dictionary<string, string>
            {
                ["X-RateLimit-Scope"] = scope,
                ["Retry-After"] = Math.Ceiling(seconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        };

    /// <summary>Returns a rejection with one of Discord's codes.</summary>
    public static ScriptedFault Refusal(int status, int code) =>
        new() { Status = status, Body = $"{{\"code\":{code},\"message\":\"refused\"}}" };
}
