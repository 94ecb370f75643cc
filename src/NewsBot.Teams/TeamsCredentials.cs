using NewsBot.Teams.Tokens;

namespace NewsBot.Teams;

/// <summary>Tells whether the credentials of the bot are accepted. Thread-safe.</summary>
public sealed class TeamsCredentials
{
    private readonly IConnectorTokens tokens;

    internal TeamsCredentials(IConnectorTokens tokens) => this.tokens = tokens;

    /// <summary>
    /// Obtains a token, or takes the one that is still valid. Returns why there is none, without secrets; null: there is one.
    /// </summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tokens.GetAsync(renew: false, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ConnectorTokenException failure)
        {
            return failure.Message;
        }
    }
}
