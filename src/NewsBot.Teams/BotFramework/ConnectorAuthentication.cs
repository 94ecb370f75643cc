using System.Security.Claims;
using Microsoft.Bot.Builder.Skills;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using NewsBot.Teams.Options;
using NewsBot.Teams.Trust;

namespace NewsBot.Teams.BotFramework;

/// <summary>Replaces the SDK's authentication, in which keys, clock and token endpoint cannot be configured. Thread-safe.</summary>
/// <remarks>
/// Accepts only tokens of the Bot Connector. The SDK's own authentication also accepts those of other bots and of the Emulator, whose keys
/// it fetches from the public cloud; neither is for this bot, and local development has no tokens at all.
/// </remarks>
internal sealed class ConnectorAuthentication(
    TeamsOptions options,
    SdkTokenValidation validation,
    ConnectorCredentials credentials,
    SharedConnections connections,
    ILogger<ConnectorAuthentication> log
) : BotFrameworkAuthentication
{
    private readonly string _audience = TeamsCloud.Issuer(options.TokenUrl);

    private readonly BotFrameworkAuthentication _sdk = BotFrameworkAuthenticationFactory.Create(
        channelService: "",
        validateAuthority: true,
        toChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
        toChannelFromBotOAuthScope: TeamsCloud.Issuer(options.TokenUrl),
        toBotFromChannelTokenIssuer: TeamsCloud.Issuer(options.OpenIdMetadataUrl),
        oAuthUrl: AuthenticationConstants.OAuthUrl,
        toBotFromChannelOpenIdMetadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
        toBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
        callerId: CallerIdConstants.PublicAzureChannel,
        credentialFactory: credentials,
        authConfiguration: new AuthenticationConfiguration(),
        httpClientFactory: connections,
        logger: log
    );

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity,
        string authHeader,
        CancellationToken cancellationToken
    )
    {
        if (!options.RequiresTokens)
            return await _sdk.AuthenticateRequestAsync(activity, "", cancellationToken);
        var identity = await validation.IdentifyAsync(authHeader, activity.ChannelId, activity.ServiceUrl, cancellationToken);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = _audience,
            CallerId = CallerIdConstants.PublicAzureChannel,
            ConnectorFactory = _sdk.CreateConnectorFactory(identity),
        };
    }

    /// <summary>Rejects sockets: activities on them would not be stored before they are acknowledged.</summary>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader,
        string channelIdHeader,
        CancellationToken cancellationToken
    ) => Task.FromException<AuthenticateRequestResult>(new UnauthorizedAccessException("Streaming is not served."));

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => _sdk.CreateConnectorFactory(claimsIdentity);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        _sdk.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    public override BotFrameworkClient CreateBotFrameworkClient() => _sdk.CreateBotFrameworkClient();

    public override string GetOriginatingAudience() => _audience;
}
