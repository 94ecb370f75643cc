namespace NewsBot.Teams.Tokens;

/// <summary>Sends no token, for local development.</summary>
internal sealed class NoTokens : IConnectorTokens
{
    public ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
}
