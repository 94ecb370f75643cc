using System.Net.WebSockets;
using System.Text.Json;
using Discord.Net;
using Discord.Net.WebSockets;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Options;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.Gateway;

/// <summary>
/// Represents the socket under the library. The library's own treats each frame as a whole message and each frame that begins with 0x78 as
/// a new zlib stream, and connects to any address that it is given. The library never abandons a session: it would request one that Discord
/// has ended, at an address that no longer exists, forever.
/// </summary>
internal sealed class GatewaySocket(DiscordOptions options, IGatewayConnector connector, GatewayEvents events, TimeProvider time)
    : IWebSocketClient
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(15);
    private const int ResumeTries = 3;
    private const string SessionIsInvalid = """{"op":9,"d":false}""";
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim gate = new(1, 1);
    private CancellationToken connection;
    private CancellationTokenSource? receiving;
    private IGatewaySocket? socket;
    private Task running = Task.CompletedTask;
    private string? main;
    private int failures;
    private bool isSessionOver;

    /// <inheritdoc />
    public event Func<byte[], int, int, Task>? BinaryMessage
    {
        // Frames are unpacked here, so there are only texts.
        add { }
        remove { }
    }

    /// <inheritdoc />
    public event Func<string, Task>? TextMessage;

    /// <inheritdoc />
    public event Func<Exception, Task>? Closed;

    /// <inheritdoc />
    public void SetHeader(string key, string value)
    {
        // The library sets none.
    }

    /// <inheritdoc />
    public void SetCancelToken(CancellationToken cancelToken) => connection = cancelToken;

    /// <inheritdoc />
    public async Task ConnectAsync(string host)
    {
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            await EndAsync(1000);
            main ??= host;
            if (failures++ >= ResumeTries)
                isSessionOver = true;
            if (isSessionOver)
                host = main;
            if (!GatewayAddress.IsSafe(host, options.IsRedirected))
                throw new WebSocketException("The gateway's address is not safe for the bot's token.");
            var address = new Uri(host);
            using var timeout = new CancellationTokenSource(ConnectWithin, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, connection);
            socket = await connector.ConnectAsync(GatewayAddress.WithQuery(address, options.Compress), both.Token);
            receiving = new CancellationTokenSource();
            running = ReceiveAsync(socket, new UriBuilder(address) { Query = "" }.Uri, receiving.Token);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public async Task DisconnectAsync(int closeCode)
    {
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            await EndAsync(closeCode);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public async Task SendAsync(byte[] data, int index, int count, bool isText)
    {
        if (isSessionOver && IsResume(data.AsSpan(index, count)))
        {
            isSessionOver = false;
            // Not awaited: later messages use the same queue.
            _ = Task.Run(() => TextMessage?.Invoke(SessionIsInvalid) ?? Task.CompletedTask, CancellationToken.None);
            return;
        }

        await gate.WaitAsync(connection);
        try
        {
            if (socket is { } open)
                await open.SendAsync(data.AsMemory(index, count), connection);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        receiving?.Cancel();
        receiving?.Dispose();
        gate.Dispose();
    }

    private static bool IsResume(ReadOnlySpan<byte> message) =>
        JsonSerializer.Deserialize(message, DiscordJson.Default.GatewayPayload) is { Op: GatewayOpcode.Resume };

    private async Task EndAsync(int closeCode)
    {
        if (socket is { } open)
        {
            using var patience = new CancellationTokenSource(CloseWithin, time);
            await open.CloseAsync(closeCode, patience.Token);
            await receiving!.CancelAsync();
            await open.DisposeAsync();
            receiving.Dispose();
            socket = null;
        }

        await running;
        running = Task.CompletedTask;
    }

    private async Task ReceiveAsync(IGatewaySocket from, Uri address, CancellationToken cancellationToken)
    {
        // The caller holds the gate until this is in progress.
        await Task.Yield();
        using var frames = new FrameReader();
        try
        {
            while (true)
            {
                var frame = await from.ReceiveAsync(cancellationToken);
                if (frame.IsEnd)
                {
                    isSessionOver |= GatewayCloseCode.NextStep(frame.CloseCode) == NextStep.Identify;
                    throw new WebSocketClosedException(frame.CloseCode ?? 0);
                }

                failures = 0;
                if (frames.Read(frame) is not { } json)
                    continue;
                if (await events.TakeAsync(json, address, text => TextMessage?.Invoke(text) ?? Task.CompletedTask) is not { } end)
                    continue;
                isSessionOver |= end == NextStep.Identify;
                throw new WebSocketException("The session is not valid.");
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The library ended it.
        }
#pragma warning disable CA1031 // The library receives it, and reconnects.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (cancellationToken.IsCancellationRequested)
                return;
            // The library would send 1000, which ends the session.
            await from.CloseAsync(GatewayCloseCode.StillAlive, CancellationToken.None);
            // Not awaited: the library reacts by ending the connection, which waits for this task.
            _ = Task.Run(() => Closed?.Invoke(exception) ?? Task.CompletedTask, CancellationToken.None);
        }
    }
}
