using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsBot.Teams.Tests.Support;

/// <summary>Issues tokens as the Bot Connector does, and others as an attacker would.</summary>
internal sealed class TokenForge(DateTimeOffset now)
{
    public const string AppId = "00000000-aaaa-4bbb-8ccc-000000000001";
    public const string MetadataUrl = "https://login.example.test/.well-known/openidconfiguration";
    public const string KeysUrl = "https://login.example.test/keys";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    /// <summary>Gets the key; created once, because that is slow and it is only read.</summary>
    public static RSA Key { get; } = RSA.Create(2048);

    public static RSA AttackersKey { get; } = RSA.Create(2048);

    public static string Metadata =>
        $$"""{"issuer":"https://api.botframework.com","jwks_uri":"{{KeysUrl}}","id_token_signing_alg_values_supported":["RS256"]}""";

    public static string Keys(string kid = "key-1", string endorsement = "msteams", RSA? key = null)
    {
        var parameters = (key ?? Key).ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["kid"] = kid,
                    ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                    ["e"] = Base64Url.EncodeToString(parameters.Exponent),
                    ["endorsements"] = new JsonArray(endorsement, "webchat"),
                }
            ),
        }.ToJsonString();
    }

    public static JsonObject Header(string alg = "RS256", string kid = "key-1") =>
        new()
        {
            ["alg"] = alg,
            ["kid"] = kid,
            ["typ"] = "JWT",
        };

    public JsonObject Claims() =>
        new()
        {
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = now.AddMinutes(-10).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(50).ToUnixTimeSeconds(),
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
        };

    public string Good(JsonObject? header = null, JsonObject? claims = null, RSA? key = null, HashAlgorithmName? hash = null) =>
        Signed(
            (header ?? Header()).ToJsonString(),
            (claims ?? Claims()).ToJsonString(),
            bytes => (key ?? Key).SignData(bytes, hash ?? HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );

    public static string Signed(string header, string claims, Func<byte[], byte[]> sign)
    {
        var text = $"{Part(header)}.{Part(claims)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
