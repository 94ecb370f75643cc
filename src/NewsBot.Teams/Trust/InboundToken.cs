using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsBot.Teams.Trust;

/// <summary>
/// Represents a signed token in compact form (RFC 7515), parsed but not yet trusted. Parsing is strict: three parts, base64url without
/// padding, JSON without duplicate members, RS256, RS384 or RS512, and no critical extensions; anything else is not a token.
/// </summary>
internal sealed record InboundToken
{
    /// <summary>Specifies the maximum length of an Authorization header, in characters; real ones have about 1,200.</summary>
    public const int MaxHeaderChars = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public required string KeyId { get; init; }
    public required HashAlgorithmName Hash { get; init; }
    public required string Issuer { get; init; }
    public required string Audience { get; init; }
    public required string ServiceUrl { get; init; }

    /// <summary>Gets the time of expiry in seconds since 1970 in UTC.</summary>
    public required double Expires { get; init; }

    /// <summary>Gets the time from which it is valid, in seconds since 1970 in UTC; null: from the beginning.</summary>
    public double? NotBefore { get; init; }

    /// <summary>Gets the ASCII bytes that the signature covers.</summary>
    public required byte[] Signed { get; init; }

    public required byte[] Signature { get; init; }

    /// <summary>Reads the value of an Authorization header; null when it is not a bearer token of the expected form.</summary>
    public static InboundToken? Read(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (
            authorization is null
            || authorization.Length > MaxHeaderChars
            || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        )
            return null;

        var compact = authorization[Scheme.Length..];
        var parts = compact.Split('.', 4);
        if (
            parts.Length != 3
            || Decode(parts[0]) is not { } header
            || Decode(parts[1]) is not { } claims
            || Decode(parts[2]) is not { Length: > 0 } signature
        )
            return null;

        try
        {
            using var headerJson = JsonDocument.Parse(header, Strict);
            using var claimsJson = JsonDocument.Parse(claims, Strict);
            return From(
                headerJson.RootElement,
                claimsJson.RootElement,
                Encoding.ASCII.GetBytes(compact[..compact.LastIndexOf('.')]),
                signature
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string with half of a surrogate pair.
            return null;
        }
    }

    private static InboundToken? From(JsonElement header, JsonElement claims, byte[] signed, byte[] signature)
    {
        if (header.ValueKind != JsonValueKind.Object || claims.ValueKind != JsonValueKind.Object || header.TryGetProperty("crit", out _))
            return null;
        if (HashOf(Text(header, "alg")) is not { } hash || Text(header, "kid") is not { Length: > 0 } keyId)
            return null;
        if (
            Text(claims, "iss") is not { } issuer
            || Text(claims, "aud") is not { } audience
            || Text(claims, "serviceurl") is not { } serviceUrl
        )
            return null;
        if (Number(claims, "exp") is not { } expires)
            return null;
        var notBefore = Number(claims, "nbf");
        if (notBefore is null && claims.TryGetProperty("nbf", out _))
            return null;

        return new InboundToken
        {
            KeyId = keyId,
            Hash = hash,
            Issuer = issuer,
            Audience = audience,
            ServiceUrl = serviceUrl,
            Expires = expires,
            NotBefore = notBefore,
            Signed = signed,
            Signature = signature,
        };
    }

    private static HashAlgorithmName? HashOf(string? algorithm) =>
        algorithm switch
        {
            "RS256" => HashAlgorithmName.SHA256,
            "RS384" => HashAlgorithmName.SHA384,
            "RS512" => HashAlgorithmName.SHA512,
            _ => null,
        };

    private static byte[]? Decode(string part)
    {
        if (part.AsSpan().ContainsAnyExcept(Base64UrlAlphabet) || !Base64Url.IsValid(part))
            return null;
        return Base64Url.DecodeFromChars(part);
    }

    private static readonly System.Buffers.SearchValues<char> Base64UrlAlphabet = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
