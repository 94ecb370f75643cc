namespace NewsBot.TestSupport.Discord;

/// <summary>An answer that <see cref="ScriptedDiscord"/> gives on purpose instead of the right one.</summary>
public sealed record ScriptedFault
{
    /// <summary>HTTP status; 0: the connection is cut without an answer.</summary>
    public required int Status { get; init; }

    /// <summary>JSON.</summary>
    public string Body { get; init; } = "{\"code\":0,\"message\":\"scripted\"}";

    /// <summary>Header lines.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the request takes effect although its answer is a failure.</summary>
    public bool TakesEffect { get; init; }

    /// <summary>Too many requests.</summary>
    /// <param name="scope">user, shared or global.</param>
    /// <param name="seconds">How long to wait.</param>
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

    /// <summary>A refusal with one of Discord's codes.</summary>
    public static ScriptedFault Refusal(int status, int code) =>
        new() { Status = status, Body = $"{{\"code\":{code},\"message\":\"refused\"}}" };
}
