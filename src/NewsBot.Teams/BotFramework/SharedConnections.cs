using NewsBot.Teams.Http;

namespace NewsBot.Teams.BotFramework;

/// <summary>Gives the SDK clients on the bot's connections. It adds headers to each and disposes of it. Thread-safe.</summary>
internal sealed class SharedConnections(TeamsHttp http) : IHttpClientFactory
{
    public HttpClient CreateClient(string name) => http.NewClient();
}
