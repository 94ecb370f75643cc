using System.Text;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.DiscordNet.Rest;

/// <summary>Represents a request of the library.</summary>
/// <param name="Method">Such as POST.</param>
/// <param name="Endpoint">The path below the API's address, without a leading slash; it may contain an interaction's token.</param>
/// <param name="Json">The body; null: none.</param>
/// <param name="Headers">The library's headers, with the bot's token.</param>
internal sealed record RestCall(string Method, string Endpoint, string? Json, IReadOnlyDictionary<string, string?> Headers)
{
    private const string Authorization = "authorization";

    /// <summary>
    /// Gets a value indicating whether the bot's token is sent. The library always sends it; requests authorised by an interaction's token
    /// do without.
    /// </summary>
    public bool IsAsBot =>
        !Endpoint.StartsWith("interactions/", StringComparison.Ordinal) && !Endpoint.StartsWith("webhooks/", StringComparison.Ordinal);

    /// <summary>Returns the request for NewsBot's own limits; for those authorised by an interaction's token.</summary>
    public RestRequest ToRequest() =>
        new()
        {
            Method = HttpMethod.Parse(Method),
            Route = Endpoint[..Endpoint.IndexOf('/', StringComparison.Ordinal)],
            Path = Endpoint,
            Major = string.Join('/', Endpoint.Split('/').Skip(1).Take(2)),
            IsExemptFromGlobalLimit = true,
        };

    /// <summary>Returns a message that can be sent once.</summary>
    public HttpRequestMessage ToMessage(Uri baseUrl, string? json)
    {
        var message = new HttpRequestMessage(HttpMethod.Parse(Method), new Uri(baseUrl, Endpoint));
        foreach (var (name, value) in Headers)
        {
            if (value is not null && (IsAsBot || name != Authorization))
                message.Headers.TryAddWithoutValidation(name, value);
        }

        if (json is not null)
            message.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return message;
    }

    /// <summary>Returns the request without the body and the tokens.</summary>
    public override string ToString() => Method;
}
