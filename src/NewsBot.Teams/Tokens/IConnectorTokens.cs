namespace NewsBot.Teams.Tokens;

/// <summary>Represents the bot's own token for the Bot Connector. Thread-safe.</summary>
internal interface IConnectorTokens
{
    /// <summary>Returns a valid token, from the cache when there is one.</summary>
    /// <param name="renew">The last one was rejected: get another.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ConnectorTokenException">No token is available.</exception>
    ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken);
}
