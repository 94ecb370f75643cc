namespace NewsBot.Teams.Http;

/// <summary>
/// Provides the HTTP client of all outbound requests. It does not follow redirects: a redirect would carry the bot's token to another host.
/// </summary>
internal sealed class TeamsHttp(HttpMessageHandler handler) : IDisposable
{
    /// <summary>Specifies the maximum length of a response; the longest real one, the key document, has about 30 KB.</summary>
    private const int MaxAnswerBytes = 1 << 20;

    public HttpClient Client { get; } = Make(handler, owns: true);

    /// <summary>Returns another client on the same connections, for callers that change the client.</summary>
    public HttpClient NewClient() => Make(handler, owns: false);

    public static TeamsHttp Create() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        );

    public void Dispose() => Client.Dispose();

    private static HttpClient Make(HttpMessageHandler handler, bool owns) =>
        new(handler, owns) { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = MaxAnswerBytes };
}
