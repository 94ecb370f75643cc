using System.Net.Http.Headers;
using System.Text.Json;

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

    /// <summary>Reads one; null for anything else: a proxy between us and Discord answers in HTML.</summary>
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

    /// <summary>Returns how long to wait after status 429: what the body says, else the header, else a second; at most a day.</summary>
    public static TimeSpan WaitAfter(ErrorJson? error, HttpResponseHeaders headers) =>
        TimeSpan.FromSeconds(Math.Clamp(error?.RetryAfter ?? headers.RetryAfter?.Delta?.TotalSeconds ?? 1, 0, 86400));
}
