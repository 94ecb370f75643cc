namespace NewsBot.Discord.Gateway;

/// <summary>A WebSocket. One call of each kind at a time.</summary>
internal interface IGatewaySocket : IAsyncDisposable
{
    /// <summary>Sends a text message.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The connection is broken.</exception>
    Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>Waits for the next message.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The connection is broken.</exception>
    Task<GatewayFrame> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Says goodbye without waiting for an answer; a broken connection is no error.</summary>
    Task CloseAsync(int code, CancellationToken cancellationToken);
}
