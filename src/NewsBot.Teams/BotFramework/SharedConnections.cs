using NewsBot.Teams.Http;

namespace NewsBot.Teams.BotFramework;

/// <summary>Gives the SDK clients over the bot's connections. The SDK adds headers to each and disposes of it. Thread-safe.</summary>
internal sealed class SharedConnections(TeamsHttp http) : IHttpClientFactory
{
    public HttpClient CreateClient(string name) => http.NewClient();
}
