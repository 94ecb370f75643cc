using System.Net;
using System.Text.Json;
using Discord.Net.Rest;
using NewsBot.Discord.Wire;

namespace NewsBot.Bridges.DiscordNet.Rest;

/// <summary>An answer of Discord, read to its end.</summary>
internal sealed class RestAnswer(HttpResponseMessage response, byte[] body)
{
    private readonly Dictionary<string, string> headers = response.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.First(), StringComparer.OrdinalIgnoreCase);

    public int Status { get; } = (int)response.StatusCode;

    public byte[] Body => body;

    /// <summary>Discord's own code; 0 when there is none.</summary>
    public int Code
    {
        get
        {
            try
            {
                return JsonSerializer.Deserialize(body, DiscordJson.Default.ErrorJson)?.Code ?? 0;
            }
            catch (JsonException)
            {
                // A proxy between us and Discord answers in HTML.
                return 0;
            }
        }
    }

    /// <summary>A header; null when there is none.</summary>
    public string? Header(string name) => headers.GetValueOrDefault(name);

    /// <summary>As the library takes it.</summary>
    public RestResponse ToLibrary(int status) => new((HttpStatusCode)status, headers, new MemoryStream(body));
}
