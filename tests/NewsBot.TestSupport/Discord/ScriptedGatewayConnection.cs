using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace NewsBot.TestSupport.Discord;

/// <summary>Represents one connection to the scripted gateway, seen from the gateway's side. Thread-safe.</summary>
public sealed class ScriptedGatewayConnection : IDisposable
{
    private readonly WebSocket socket;
    private readonly Action abort;
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly WebSocketMessageType plain;
    private readonly MemoryStream? packed;
    private readonly ZLibStream? pack;
    private readonly TaskCompletionSource<int?> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> heartbeats = Channel.CreateUnbounded<bool>();
    private readonly Channel<JsonElement> received = Channel.CreateUnbounded<JsonElement>();

    internal ScriptedGatewayConnection(WebSocket socket, string path, ScriptedCompression compression, Action abort)
    {
        this.socket = socket;
        this.abort = abort;
        Path = path;
        plain = compression == ScriptedCompression.Binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
        if (compression != ScriptedCompression.AsAsked)
            return;
        packed = new MemoryStream();
        pack = new ZLibStream(packed, CompressionLevel.Fastest);
    }

    /// <summary>Gets the path by which the client connected.</summary>
    public string Path { get; }

    /// <summary>Gets or sets a value indicating whether heartbeats are answered.</summary>
    public bool AnswersHeartbeats { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether the connection is half open: nothing is read or sent any more.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>Returns the code with which the client closed the connection; null: it gave none.</summary>
    public Task<int?> ClosedAsync() => closed.Task.InTimeAsync(what: "the end of a gateway connection");

    /// <summary>Returns the next message of the client, heartbeats apart.</summary>
    public Task<JsonElement> ReceiveAsync() => received.Reader.ReadAsync().AsTask().InTimeAsync(what: "a message to the gateway");

    /// <summary>Waits for the next heartbeat.</summary>
    public Task HeartbeatAsync() => heartbeats.Reader.ReadAsync().AsTask().InTimeAsync(what: "a heartbeat");

    /// <summary>Sends an event.</summary>
    public Task DispatchAsync(string name, JsonNode data, long sequence) =>
        SendAsync(
            new JsonObject
            {
                ["op"] = 0,
                ["t"] = name,
                ["s"] = sequence,
                ["d"] = data.DeepClone(),
            }
        );

    /// <summary>Sends a gateway message.</summary>
    public async Task SendAsync(JsonNode message)
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message);
        await sending.WaitAsync(limit.Token);
        try
        {
            if (pack is null)
            {
                await socket.SendAsync(bytes, plain, true, limit.Token);
                return;
            }

            packed!.SetLength(0);
            await pack.WriteAsync(bytes, limit.Token);
            await pack.FlushAsync(limit.Token);
            var data = packed.ToArray();
            // In two frames: a message ends with the flush mark, not with the frame.
            await socket.SendAsync(data.AsMemory(0, data.Length / 2), WebSocketMessageType.Binary, true, limit.Token);
            await socket.SendAsync(data.AsMemory(data.Length / 2), WebSocketMessageType.Binary, true, limit.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Closes the connection with a code.</summary>
    public Task CloseAsync(int code) =>
        socket
            .CloseOutputAsync((WebSocketCloseStatus)code, "scripted", CancellationToken.None)
            .InTimeAsync(what: "closing a gateway connection");

    /// <summary>Cuts the connection without a close message.</summary>
    public void Abort() => abort();

    internal async Task RunAsync(
        TimeSpan heartbeat,
        Func<ScriptedGatewayConnection, JsonElement, Task> onMessage,
        CancellationToken cancellationToken
    )
    {
        int? code = null;
        try
        {
            await SendAsync(
                new JsonObject
                {
                    ["op"] = 10,
                    ["d"] = new JsonObject { ["heartbeat_interval"] = (int)heartbeat.TotalMilliseconds },
                }
            );
            code = await ReadAsync(onMessage, cancellationToken);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // Cut: there is no code.
        }
        finally
        {
            // After the end, for whatever reason, waiting for more on this connection fails.
            closed.TrySetResult(code);
            var end = new InvalidOperationException(
                $"The gateway connection {Path} ended ({code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "cut"})."
            );
            heartbeats.Writer.TryComplete(end);
            received.Writer.TryComplete(end);
        }
    }

    private async Task<int?> ReadAsync(Func<ScriptedGatewayConnection, JsonElement, Task> onMessage, CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (IsDeaf)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return (int?)socket.CloseStatus;

            // Payloads are at most 4,096 bytes, so that each fits.
            var message = JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, part.Count));
            if (message.GetProperty("op").GetInt32() != 1)
            {
                await onMessage(this, message);
                received.Writer.TryWrite(message);
                continue;
            }

            // The echo first: once a test has seen the heartbeat, the client gets it before anything sent later.
            if (AnswersHeartbeats)
                await SendAsync(new JsonObject { ["op"] = 11 });
            heartbeats.Writer.TryWrite(true);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        sending.Dispose();
        pack?.Dispose();
        packed?.Dispose();
        socket.Dispose();
    }
}
