using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using NewsBot.Archive.Parsing.Json;

namespace NewsBot.Teams.Trust;

/// <summary>Represents the published keys and the issuer of tokens signed with them. Immutable.</summary>
/// <param name="Issuer">The issuer in the metadata; null when they name none.</param>
/// <param name="Keys">The keys by id.</param>
/// <param name="Document">The key document that they were read from.</param>
internal sealed record KeySet(string? Issuer, IReadOnlyDictionary<string, SigningKey> Keys, ReadOnlyMemory<byte> Document)
{
    /// <summary>Specifies the minimum length of a trusted key.</summary>
    private const int MinModulusBytes = 2048 / 8;

    /// <summary>
    /// Returns the keys of a JSON Web Key Set (RFC 7517); omits entries that are not RSA signing keys. Throws <see cref="JsonException"/>
    /// when it is not one.
    /// </summary>
    public static KeySet Read(string? issuer, ReadOnlyMemory<byte> json)
    {
        using var document = JsonCharacters.Parse(json);
        if (
            document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("keys", out var list)
            || list.ValueKind != JsonValueKind.Array
        )
            throw new JsonException("The key document has no array \"keys\".");

        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var entry in list.EnumerateArray())
        {
            if (ReadKey(entry) is { } key)
                keys.TryAdd(key.Id, key);
        }

        return new KeySet(issuer, keys, json);
    }

    private static SigningKey? ReadKey(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || Text(entry, "kty") != "RSA" || Text(entry, "use") is not (null or "sig"))
            return null;
        if (
            Text(entry, "kid") is not { Length: > 0 } id
            || Number(entry, "n") is not { Length: >= MinModulusBytes } modulus
            || Number(entry, "e") is not { Length: > 0 } exponent
        )
            return null;

        var endorsements =
            entry.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray()
                    .Where(e => e.ValueKind == JsonValueKind.String)
                    .Select(e => e.GetString()!)
                    .ToHashSet(StringComparer.Ordinal)
                : [];
        return new SigningKey(id, new RSAParameters { Modulus = modulus, Exponent = exponent }, endorsements);
    }

    private static byte[]? Number(JsonElement entry, string name) =>
        Text(entry, name) is { } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
