namespace NewsBot.Discord.Gateway;

/// <summary>Represents a WebSocket. One call of each kind at a time.</summary>
internal interface IGatewaySocket : IAsyncDisposable
{
    /// <summary>Sends a text message.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The connection is broken.</exception>
    Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>Waits for the next message.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The connection is broken.</exception>
    Task<GatewayFrame> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Sends a close message without waiting for a reply; a broken connection is not an error.</summary>
    Task CloseAsync(int code, CancellationToken cancellationToken);
}
