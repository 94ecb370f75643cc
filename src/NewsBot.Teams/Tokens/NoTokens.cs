namespace NewsBot.Teams.Tokens;

/// <summary>Local development: no token is sent.</summary>
internal sealed class NoTokens : IConnectorTokens
{
    public ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
}
