using System.Net;
using System.Net.Http.Headers;
using Discord.Net.Rest;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.Rest;

/// <summary>An answer of Discord, read to its end.</summary>
internal sealed class RestAnswer(HttpResponseMessage response, byte[] body)
{
    private readonly Dictionary<string, string> headers = response.Headers.ToDictionary(
        pair => pair.Key,
        pair => pair.Value.First(),
        StringComparer.OrdinalIgnoreCase
    );

    public int Status { get; } = (int)response.StatusCode;

    public byte[] Body => body;

    /// <summary>The headers; still there when the response is disposed of.</summary>
    public HttpResponseHeaders Headers { get; } = response.Headers;

    /// <summary>Discord's own code; 0 when there is none.</summary>
    public int Code => ErrorJson.TryRead(body)?.Code ?? 0;

    /// <summary>How long to wait, with status 429.</summary>
    public TimeSpan RetryAfter => ErrorJson.WaitAfter(ErrorJson.TryRead(body), Headers);

    /// <summary>A header; null when there is none.</summary>
    public string? Header(string name) => headers.GetValueOrDefault(name);

    /// <summary>As the library takes it.</summary>
    /// <param name="status">What it is told.</param>
    /// <param name="withLimits">Whether it sees what the answer says of limits.</param>
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
