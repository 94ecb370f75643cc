using NewsBot.Teams.Options;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Trust;

/// <summary>Specifies the outcome of a token check; the caller sees no more than yes or no.</summary>
internal enum TokenVerdict
{
    Trusted,
    Malformed,
    WrongIssuer,
    WrongAudience,
    Expired,
    NotYetValid,
    KeysMissing,
    UnknownKey,
    BadSignature,
    OtherServiceUrl,
    ServiceNotAllowed,
    NotEndorsed,
    RefusedBySdk,
}

/// <summary>
/// Checks that an activity came from the Bot Connector, for this bot (Bot Connector authentication, Microsoft documentation). Thread-safe.
/// </summary>
internal sealed class TokenCheck(TeamsOptions options, SigningKeys keys, ServiceHosts hosts, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Returns the accepted issuers: the cloud's, and the one in the configured metadata.</summary>
    public static IReadOnlyList<string> Issuers(TeamsOptions options, KeySet known) =>
        options.OpenIdMetadataUrl is not null && known.Issuer is { } issuer
            ? [TeamsCloud.Issuer(options.OpenIdMetadataUrl), issuer]
            : [TeamsCloud.Issuer(options.OpenIdMetadataUrl)];

    /// <summary>Determines whether the Authorization header is a token of the Bot Connector for this bot.</summary>
    /// <remarks>The cheap checks come first, so that only a token that is right except for its key can cause a fetch of keys.</remarks>
    public async ValueTask<(TokenVerdict Verdict, InboundToken? Token, SigningKey? Key)> CheckAsync(
        string? authorization,
        CancellationToken cancellationToken
    )
    {
        if (InboundToken.Read(authorization) is not { } token)
            return (TokenVerdict.Malformed, null, null);
        if (!string.Equals(token.Audience, options.AppId, StringComparison.Ordinal))
            return (TokenVerdict.WrongAudience, null, null);

        var now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000d;
        if (now > token.Expires + Skew.TotalSeconds)
            return (TokenVerdict.Expired, null, null);
        if (token.NotBefore is { } notBefore && now < notBefore - Skew.TotalSeconds)
            return (TokenVerdict.NotYetValid, null, null);

        if (await keys.CurrentAsync(cancellationToken) is not { } known)
            return (TokenVerdict.KeysMissing, null, null);
        if (!Issuers(options, known).Contains(token.Issuer))
            return (TokenVerdict.WrongIssuer, null, null);
        if (!known.Keys.TryGetValue(token.KeyId, out var key))
        {
            known = await keys.RefreshAsync(cancellationToken);
            if (known is null || !known.Keys.TryGetValue(token.KeyId, out key))
                return (TokenVerdict.UnknownKey, null, null);
        }

        return key.Signed(token) ? (TokenVerdict.Trusted, token, key) : (TokenVerdict.BadSignature, null, null);
    }

    /// <summary>Determines whether a trusted token covers this activity.</summary>
    public TokenVerdict Covers(InboundToken token, SigningKey key, Activity activity)
    {
        if (!string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return TokenVerdict.OtherServiceUrl;
        if (!hosts.Allows(activity.ServiceUrl))
            return TokenVerdict.ServiceNotAllowed;
        return activity.ChannelId is { } channel && key.Endorses(channel) ? TokenVerdict.Trusted : TokenVerdict.NotEndorsed;
    }
}
