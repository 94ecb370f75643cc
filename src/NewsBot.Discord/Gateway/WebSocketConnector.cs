using System.Net.WebSockets;

namespace NewsBot.Discord.Gateway;

/// <summary>Opens WebSockets of the framework.</summary>
internal sealed class WebSocketConnector : IGatewayConnector
{
    /// <summary>
    /// Specifies the maximum size of a message: the gateway's largest, of servers with many members, are a few megabytes.
    /// </summary>
    private const int MaxMessageBytes = 32 * 1024 * 1024;

    /// <inheritdoc />
    public async Task<IGatewaySocket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            // The gateway's own heartbeat monitors the connection.
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            await socket.ConnectAsync(address, cancellationToken);
            return new Socket(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class Socket(ClientWebSocket socket) : IGatewaySocket
    {
        private readonly byte[] buffer = new byte[16 * 1024];

        public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

        public async Task<GatewayFrame> ReceiveAsync(CancellationToken cancellationToken)
        {
            using var message = new MemoryStream();
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close)
                    return new GatewayFrame([], false, true, (int?)socket.CloseStatus);
                message.Write(buffer, 0, part.Count);
                if (message.Length > MaxMessageBytes)
                    throw new WebSocketException(WebSocketError.HeaderError, "A message is too large.");
                if (part.EndOfMessage)
                    return new GatewayFrame(message.ToArray(), part.MessageType == WebSocketMessageType.Binary, false, null);
            }
        }

        public async Task CloseAsync(int code, CancellationToken cancellationToken)
        {
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, cancellationToken);
            }
            catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or OperationCanceledException)
            {
                // Already broken: no one is there to receive it.
            }
        }

        public ValueTask DisposeAsync()
        {
            socket.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
