using System.Net;
using System.Net.Http.Headers;
using Discord.Net.Rest;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.Rest;

/// <summary>Represents a response of Discord, read completely.</summary>
internal sealed class RestAnswer(HttpResponseMessage response, byte[] body)
{
    private readonly Dictionary<string, string> headers = response.Headers.ToDictionary(
        pair => pair.Key,
        pair => pair.Value.First(),
        StringComparer.OrdinalIgnoreCase
    );

    public int Status { get; } = (int)response.StatusCode;

    public byte[] Body => body;

    /// <summary>Gets the headers; available after the response is disposed of.</summary>
    public HttpResponseHeaders Headers { get; } = response.Headers;

    /// <summary>Gets Discord's own code; 0 when there is none.</summary>
    public int Code => ErrorJson.TryRead(body)?.Code ?? 0;

    /// <summary>Gets the wait, with status 429.</summary>
    public TimeSpan RetryAfter => ErrorJson.WaitAfter(ErrorJson.TryRead(body), Headers);

    /// <summary>Returns a header; null when there is none.</summary>
    public string? Header(string name) => headers.GetValueOrDefault(name);

    /// <summary>Returns the response in the library's type.</summary>
    /// <param name="status">The status for the library.</param>
    /// <param name="withLimits">Whether the library sees the rate limits in the response.</param>
    public RestResponse ToLibrary(int status, bool withLimits) =>
        new(
            (HttpStatusCode)status,
            withLimits
                ? headers
                : headers
                    .Where(pair => !pair.Key.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase))
                    .ToDictionary(StringComparer.OrdinalIgnoreCase),
            new MemoryStream(body)
        );
}
