using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using NewsBot.Fuzz.Inputs;
using NewsBot.Http;
using NewsBot.Opening;
using NewsBot.Settings;

namespace NewsBot.Fuzz.Targets;

/// <summary>Represents a whole host over the seeds, on a port of this machine, which is sent the bytes of requests.</summary>
internal sealed partial class ApiHost : IAsyncDisposable
{
    private const string Automatic = "Content-Length: auto";
    private const int WaitMilliseconds = 10_000;

    private readonly string folder;
    private readonly OpenArchive archive;
    private readonly WebApplication app;

    private ApiHost(string folder, OpenArchive archive, WebApplication app)
    {
        (this.folder, this.archive, this.app) = (folder, archive, app);
        var address = new Uri(app.Urls.Single());
        var endpoint = new IPEndPoint(IPAddress.Loopback, address.Port);
        Target = new("api", 20, Samples($"localhost:{address.Port}"), Words, input => Send(endpoint, input));
    }

    /// <summary>Gets the host as a target.</summary>
    public FuzzTarget Target { get; }

    private static string[] Words { get; } =
    [
        "/api/ask",
        "/api/sources",
        "/api/articles/",
        "/api/digest",
        "/api/timeline",
        "/api/feed",
        "/mcp",
        "/answer/stream",
        "?q=",
        "&date=",
        "&top=",
        "&since=",
        "&desk=",
        "%0d%0aX-Made-Up:%201",
        "\r\nX-Made-Up: 1",
        "Authorization: Bearer nbk_x_y",
        "Accept: text/event-stream",
        "Transfer-Encoding: chunked",
        "\"question\":",
        "\"asOf\":\"0001-01-01\"",
        "\"conversation\":\"a\"",
        "GET ",
        "POST ",
        "DELETE ",
        "HEAD ",
        "OPTIONS ",
    ];

    /// <summary>Starts a host with an archive of its own.</summary>
    /// <param name="seeds">The folder of the seed articles.</param>
    public static async Task<ApiHost> StartAsync(string seeds)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-fuzz").FullName;
        var (settings, problem) = SettingsLoader.Load(
            folder,
            null,
            new Dictionary<string, string>(),
            new Dictionary<string, string?>
            {
                ["SeedsDirectory"] = seeds,
                ["Urls"] = "http://127.0.0.1:0",
                // What words decide is the same in every run; the model would take most of the time.
                ["Answers:ReadingModel"] = "false",
                ["Access:Limits:QuestionsPerMinute"] = "100000",
                ["Access:Limits:ReadsPerMinute"] = "1000000",
            }
        );
        if (settings is null)
            throw new InvalidOperationException(problem?.ToString());
        var archive = await OpenArchive.OpenAsync(settings, TextWriter.Null, CancellationToken.None);
        var builder = WebHost.CreateBuilder(settings, archive.Articles);
        builder.Logging.ClearProviders();
        var app = WebHost.Build(builder);
        await app.StartAsync();
        return new ApiHost(folder, archive, app);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await archive.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Sample[] Samples(string host)
    {
        const string Source = "000_7fc79060c1c00942.txt";
        return
        [
            Get("/api/sources?q=drone%20Kremlin&top=5&since=2023-05-01&until=2023-05-31&outlet=Reuters"),
            Get($"/api/articles/{Source}"),
            Get("/api/digest?date=2023-05-03&desk=Sports&format=json"),
            Get("/api/timeline?topic=drone"),
            Get("/api/feed?q=drone&key=x"),
            Get("/?q=Where+was+Putin%3F&q=Who+said+so%3F"),
            Get("/answer?q=Where+was+Putin%3F&outlet=Reuters"),
            Get($"/articles/{Source}?quotes=1-20,40-60&q=drone"),
            Get("/sources?q=drone&page=2"),
            Get("/health/ready"),
            Post(
                "/api/ask",
                """{"question":"Where was Putin on 3 May 2023?","conversation":"a","asOf":"2023-05-04","filter":{"since":"2023-05-01"}}"""
            ),
            Post("/api/messages", """{"type":"message","id":"1","channelId":"emulator","text":"where was Putin?"}"""),
            Post(
                "/mcp",
                """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Where was Putin?"}}}"""
            ),
        ];

        Sample Get(string target) => Sample.OfText("request", $"GET {target} HTTP/1.1\r\n{Head()}\r\n");

        Sample Post(string target, string body) =>
            Sample.OfText(
                "request",
                $"POST {target} HTTP/1.1\r\n{Head()}Content-Type: application/json\r\n{Automatic}\r\n\r\n{body}",
                WithLength
            );

        string Head() => $"Host: {host}\r\nAccept: application/json, text/html, text/event-stream\r\nConnection: close\r\n";
    }

    private static byte[] WithLength(byte[] request)
    {
        var text = Encoding.Latin1.GetString(request);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0
            ? request
            : Encoding.Latin1.GetBytes(text.Replace(Automatic, $"Content-Length: {text.Length - end - 4}", StringComparison.Ordinal));
    }

    private static void Send(IPEndPoint endpoint, FuzzInput input)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = WaitMilliseconds };
        socket.Connect(endpoint);
        using var response = new MemoryStream();
        try
        {
            socket.Send(input.Bytes);
            socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[16 * 1024];
            int count;
            while ((count = socket.Receive(buffer)) > 0)
                response.Write(buffer, 0, count);
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            // The server refuses to read on, and closes.
        }

        Check(response.ToArray());
    }

    private static void Check(byte[] received)
    {
        // A character for each byte, so that a place in the one is the place in the other.
        var response = Encoding.Latin1.GetString(received);
        if (response.Length == 0)
            return;
        Promise.Keep(response.StartsWith("HTTP/1.1 ", StringComparison.Ordinal), $"answered {response[..Math.Min(40, response.Length)]}");
        var status = int.Parse(response.AsSpan(9, 3), provider: null);
        Promise.Keep(status < 500 || status is 503 or 505 or 501, $"answered {response[..Math.Min(2_000, response.Length)]}");
        var end = response.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Promise.Keep(end > 0, "no end of headers");
        Promise.Keep(!response[..end].Contains("\r\nX-Made-Up", StringComparison.OrdinalIgnoreCase), "a header of the request");
        if (response[..end].Contains("text/html", StringComparison.OrdinalIgnoreCase))
            Promise.Keep(!response.Contains(HostileWords.Markup, StringComparison.OrdinalIgnoreCase), "a page with the request's markup");
        else if (
            response[..end].Contains("application/json", StringComparison.OrdinalIgnoreCase)
            && Length().Match(response[..end]) is { Success: true } length
            && end + 4 < response.Length
            && response[end + 4] is '{' or '['
        )
            // Another response may follow, without a body between after HEAD.
            JsonDocument.Parse(received.AsMemory(end + 4, int.Parse(length.Groups[1].ValueSpan, provider: null))).Dispose();
    }

    [GeneratedRegex(@"\r\nContent-Length: (\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Length();
}
