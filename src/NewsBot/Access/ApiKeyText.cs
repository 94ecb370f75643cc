using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Access;

/// <summary>Represents the text of a key: <c>nb_</c>, an id of 12 hexadecimal digits, and 256 random bits in base64url.</summary>
/// <param name="Id">The part that is not secret.</param>
/// <param name="Hash">SHA-256 of the whole text: all that is stored of the secret.</param>
internal sealed record ApiKeyText(string Id, byte[] Hash)
{
    /// <summary>Specifies how every key begins.</summary>
    public const string Start = "nb_";

    private static readonly SearchValues<char> IdDigits = SearchValues.Create("0123456789abcdef");

    private const int IdChars = 12;
    private const int SecretBytes = 32;
    private const int SecretChars = 43;

    /// <summary>Returns a new key and its text, which is shown once.</summary>
    public static (ApiKeyText Key, string Text) New()
    {
        var text =
            Start
            + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdChars / 2))
            + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (Read(text)!, text);
    }

    /// <summary>Reads a text; returns null if it is not a key.</summary>
    public static ApiKeyText? Read(string text) =>
        text.Length == Start.Length + IdChars + SecretChars
        && text.StartsWith(Start, StringComparison.Ordinal)
        && text.AsSpan(Start.Length, IdChars).IndexOfAnyExcept(IdDigits) < 0
            ? new ApiKeyText(text.Substring(Start.Length, IdChars), SHA256.HashData(Encoding.UTF8.GetBytes(text)))
            : null;

    /// <summary>Returns a text without the hash.</summary>
    public override string ToString() => Start + Id;
}
