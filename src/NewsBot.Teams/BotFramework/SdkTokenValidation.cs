using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.IdentityModel.Tokens;
using NewsBot.Teams.Options;
using NewsBot.Teams.Trust;

namespace NewsBot.Teams.BotFramework;

/// <summary>
/// Represents the SDK's check of a token (issuer, audience, lifetime, signature, algorithm, the key's endorsement of the channel) against
/// the keys in <see cref="SigningKeys"/>. Thread-safe.
/// </summary>
/// <remarks>
/// By default the SDK fetches keys with a client that cannot be configured, over https only, caches them by address for the whole process,
/// and does not look for others when it meets an unknown key. So it gets a new address, with the documents behind it, whenever new keys are
/// fetched.
/// </remarks>
internal sealed class SdkTokenValidation(TeamsOptions options, SigningKeys keys, TimeProvider time) : IDisposable
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly List<HttpClient> _clients = [];
    private (KeySet Keys, JwtTokenExtractor Extractor)? _current;

    /// <summary>Returns the caller named in the token.</summary>
    /// <exception cref="UnauthorizedAccessException">The SDK rejects the token, or it is for another service URL.</exception>
    public async Task<ClaimsIdentity> IdentifyAsync(
        string authorization,
        string? channel,
        string? serviceUrl,
        CancellationToken cancellationToken
    )
    {
        var known = await keys.CurrentAsync(cancellationToken) ?? throw new UnauthorizedAccessException("There are no keys.");
        ClaimsIdentity? identity;
        try
        {
            identity = await Extractor(known).GetIdentityAsync(SdkScheme(authorization), channel ?? "", []);
        }
#pragma warning disable CA1031 // The SDK throws whatever its parts throw, which would become status 500 instead of "not trusted".
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            throw new UnauthorizedAccessException($"The SDK rejected the token ({e.GetType().Name}).", e);
        }

        if (identity is not { IsAuthenticated: true })
            throw new UnauthorizedAccessException("The SDK rejected the token.");
        if (
            !string.Equals(
                identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value,
                serviceUrl,
                StringComparison.OrdinalIgnoreCase
            )
        )
            throw new UnauthorizedAccessException("The token is for another service URL.");
        return identity;
    }

    public void Dispose()
    {
        lock (_lock)
            _clients.ForEach(client => client.Dispose());
    }

    /// <summary>
    /// Returns the header with the scheme capitalised: the SDK accepts no other, although case does not matter in RFC 9110.
    /// </summary>
    private static string SdkScheme(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? string.Concat(Scheme, authorization.AsSpan(Scheme.Length))
            : authorization;

    private JwtTokenExtractor Extractor(KeySet known)
    {
        lock (_lock)
        {
            if (
                _current is { } current
                && current.Keys.Issuer == known.Issuer
                && current.Keys.Document.Span.SequenceEqual(known.Document.Span)
            )
                return current.Extractor;
            var documents = new KeyDocuments(known);
            var client = new HttpClient(documents);
            _clients.Add(client);
            var extractor = new JwtTokenExtractor(
                client,
                Parameters(known),
                documents.MetadataUrl,
                AuthenticationConstants.AllowedSigningAlgorithms
            );
            _current = (known, extractor);
            return extractor;
        }
    }

    private TokenValidationParameters Parameters(KeySet known) =>
        new()
        {
            ValidateIssuer = true,
            ValidIssuers = TokenCheck.Issuers(options, known),
            ValidateAudience = true,
            ValidAudience = options.AppId,
            ValidateLifetime = true,
            RequireExpirationTime = true,
            ClockSkew = Skew,
            LifetimeValidator = (from, until, _, _) =>
                time.GetUtcNow().UtcDateTime is var now
                && until is { } end
                && now <= end + Skew
                && (from is not { } start || now >= start - Skew),
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
        };
}
