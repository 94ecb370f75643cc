using System.Net.Http.Headers;
using System.Text.Json;

namespace NewsBot.Discord.Wire;

/// <summary>Represents the body of a rejected request.</summary>
internal sealed record ErrorJson
{
    public int Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Gets the wait in seconds; only with status 429.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Gets a value indicating whether the limit is that of all requests; only with status 429.</summary>
    public bool Global { get; init; }

    /// <summary>Reads one; null for anything else: a proxy between us and Discord responds in HTML.</summary>
    public static ErrorJson? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, DiscordJson.Default.ErrorJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns the wait after status 429, from the body, otherwise the header, otherwise a second; at most a day.</summary>
    public static TimeSpan WaitAfter(ErrorJson? error, HttpResponseHeaders headers) =>
        TimeSpan.FromSeconds(Math.Clamp(error?.RetryAfter ?? headers.RetryAfter?.Delta?.TotalSeconds ?? 1, 0, 86400));
}
