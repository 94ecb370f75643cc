using System.Net.Http.Headers;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;
using NewsBot.Teams.Options;
using NewsBot.Teams.Tokens;

namespace NewsBot.Teams.BotFramework;

/// <summary>
/// Puts the bot's tokens on the SDK's requests. The SDK's own credentials come from the same library, but only from the clouds' endpoints,
/// and cannot be renewed after a 401. Thread-safe.
/// </summary>
internal sealed class ConnectorCredentials(TeamsOptions options, IConnectorTokens tokens) : ServiceClientCredentialsFactory
{
    private readonly Bearer _bearer = new(tokens);

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(options.RequiresTokens && string.Equals(appId, options.AppId, StringComparison.Ordinal));

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(!options.RequiresTokens);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId,
        string audience,
        string loginEndpoint,
        bool validateAuthority,
        CancellationToken cancellationToken
    ) => Task.FromResult<ServiceClientCredentials>(_bearer);

    private sealed class Bearer(IConnectorTokens tokens) : ServiceClientCredentials
    {
        public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (await tokens.GetAsync(renew: false, cancellationToken) is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}
