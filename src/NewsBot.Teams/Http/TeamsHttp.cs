namespace NewsBot.Teams.Http;

/// <summary>
/// The HTTP client of everything that goes out. It follows no redirects: a redirect would carry the bot's token to another host.
/// </summary>
internal sealed class TeamsHttp(HttpMessageHandler handler) : IDisposable
{
    /// <summary>The most that is read of any answer; the longest real one, the key document, has about 30 KB.</summary>
    private const int MaxAnswerBytes = 1 << 20;

    public HttpClient Client { get; } = Make(handler, owns: true);

    /// <summary>A further client on the same connections, for those who change what they are given.</summary>
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
