namespace NewsBot.Discord.Gateway;

/// <summary>Opens WebSockets.</summary>
internal interface IGatewayConnector
{
    /// <summary>Connects.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">It cannot be reached.</exception>
    Task<IGatewaySocket> ConnectAsync(Uri address, CancellationToken cancellationToken);
}
