using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsBot.Arriving;

namespace NewsBot.Tests.Arriving;

/// <summary>
/// A server of feeds on loopback that does what a test says, byte by byte. Its clients know it by names that lead nowhere else.
/// </summary>
internal sealed class ScriptedFeedServer : IAsyncDisposable
{
    /// <summary>A host that the fetcher may reach.</summary>
    public const string Host = "feed.test";

    /// <summary>Another one.</summary>
    public const string OtherHost = "other.test";

    /// <summary>A host that leads to the server, and that nobody named.</summary>
    public const string PrivateHost = "private.test";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly Task accepting;

    public ScriptedFeedServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Answers a request, of which it is given the head.</summary>
    public Func<string, Stream, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The heads of the requests, in order.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The names that were looked up.</summary>
    public ConcurrentQueue<string> LookedUp { get; } = new();

    public Uri Address(string host = Host, string path = "/feed.xml") => new($"http://{host}:{Port}{path}");

    /// <summary>A fetcher that reaches the server by <see cref="Host"/> and <see cref="OtherHost"/>.</summary>
    public FeedFetcher NewFetcher(TimeProvider time) =>
        new(
            [Host, OtherHost],
            time,
            (host, _) =>
            {
                LookedUp.Enqueue(host);
                return Task.FromResult(new[] { IPAddress.Loopback });
            }
        );

    /// <summary>Answers every request with this.</summary>
    public void Always(byte[] response) => Answer = (_, stream) => stream.WriteAsync(response, stopping.Token).AsTask();

    /// <summary>An answer whole, with its length.</summary>
    public static byte[] Response(string status, string body, params string[] headers) =>
        Response(status, Encoding.UTF8.GetBytes(body), headers);

    /// <inheritdoc cref="Response(string, string, string[])"/>
    public static byte[] Response(string status, byte[] body, params string[] headers) =>
        [.. Head(status, [.. headers, $"Content-Length: {body.Length}"]), .. body];

    /// <summary>The head of an answer.</summary>
    public static byte[] Head(string status, params string[] headers) =>
        Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status}\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n"
        );

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await stopping.CancelAsync();
        await accepting;
        listener.Stop();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token));
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = new StringBuilder();
                var next = new byte[1];
                while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(next, stopping.Token) > 0)
                    head.Append((char)next[0]);
                requests.Enqueue(head.ToString());
                await Answer(head.ToString(), stream);
            }
            catch (Exception failure) when (failure is IOException or OperationCanceledException or SocketException)
            {
                // The client went, or the test is over.
            }
        }
    }
}
