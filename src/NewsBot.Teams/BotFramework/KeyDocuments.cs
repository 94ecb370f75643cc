using System.Net;
using System.Text.Json.Nodes;
using NewsBot.Teams.Trust;

namespace NewsBot.Teams.BotFramework;

/// <summary>Answers the SDK's requests for metadata and keys from memory, without the network. Thread-safe.</summary>
internal sealed class KeyDocuments(KeySet keys) : HttpMessageHandler
{
    /// <summary>Specifies the base address of the documents, a new one each time: the SDK caches documents by address.</summary>
    private readonly string _base = $"https://{Guid.NewGuid():N}.keys.invalid/";

    public string MetadataUrl => _base + "metadata";

    private string KeysUrl => _base + "keys";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpContent? content = request.RequestUri?.AbsoluteUri switch
        {
            { } url when url == MetadataUrl => new StringContent(
                new JsonObject { ["issuer"] = keys.Issuer, ["jwks_uri"] = KeysUrl }.ToJsonString()
            ),
            { } url when url == KeysUrl => new ReadOnlyMemoryContent(keys.Document),
            _ => null,
        };
        return Task.FromResult(
            content is null
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = content }
        );
    }
}
