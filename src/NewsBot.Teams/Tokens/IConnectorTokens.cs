namespace NewsBot.Teams.Tokens;

/// <summary>The bot's own token for the Bot Connector. Thread-safe.</summary>
internal interface IConnectorTokens
{
    /// <summary>A valid token, from the cache when there is one.</summary>
    /// <param name="renew">The last one was refused: get another.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ConnectorTokenException">None can be had.</exception>
    ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken);
}
