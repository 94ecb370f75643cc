using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace NewsBot.Discord.HttpMode;

/// <summary>Represents the key that verifies an application's signatures: Ed25519, RFC 8032. Immutable, thread-safe.</summary>
/// <remarks>
/// BouncyCastle rejects what a strict verifier must: scalars that are not reduced, points that are not canonically encoded, and keys of
/// small order, for which anyone can sign. The tests verify that it does.
/// </remarks>
internal sealed class ApplicationKey
{
    private readonly Ed25519PublicKeyParameters key;

    private ApplicationKey(Ed25519PublicKeyParameters key) => this.key = key;

    /// <summary>Reads a key; null when the text is not 64 hexadecimal digits of a point with meaningful signatures.</summary>
    public static ApplicationKey? TryRead(string? hex)
    {
        if (hex?.Length != Ed25519.PublicKeySize * 2 || !hex.All(char.IsAsciiHexDigit))
            return null;
        try
        {
            return new ApplicationKey(new Ed25519PublicKeyParameters(Convert.FromHexString(hex)));
        }
        catch (ArgumentException)
        {
            // Not a point of the curve, or one of small order.
            return null;
        }
    }

    /// <summary>Determines whether a signature is the key's for this message.</summary>
    /// <param name="message">Any length.</param>
    /// <param name="signature">64 bytes; other lengths are not valid.</param>
    public bool Verify(byte[] message, byte[] signature) =>
        signature.Length == Ed25519.SignatureSize && key.Verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.Length, signature, 0);
}
