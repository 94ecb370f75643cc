using System.Numerics;
using System.Security.Cryptography;

namespace NewsBot.Discord.Signatures;

/// <summary>RFC 8032, section 5.1.7, without native code: for machines that lack OpenSSL.</summary>
internal sealed class ManagedEd25519 : IEd25519Verifier
{
    private readonly byte[] key;
    private readonly Ed25519Point negativeKey;

    /// <param name="key">32 bytes that encode a point.</param>
    public ManagedEd25519(ReadOnlySpan<byte> key)
    {
        this.key = key.ToArray();
        negativeKey = (Ed25519Point.Decode(key) ?? throw new ArgumentException("The key is not a point of the curve.", nameof(key))).Negative;
    }

    /// <inheritdoc />
    public string Name => "managed code";

    /// <inheritdoc />
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 64) return false;
        var s = new BigInteger(signature[32..], isUnsigned: true);
        if (s >= Ed25519Point.L) return false;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(signature[..32]);
        hash.AppendData(key);
        hash.AppendData(message);
        var h = new BigInteger(hash.GetHashAndReset(), isUnsigned: true) % Ed25519Point.L;
        // [S]B - [h]A must be R. Comparing encodings refuses an R that is not encoded in the one right way.
        var r = Ed25519Point.MultiplyAndAdd(s, Ed25519Point.Base, h, negativeKey);
        return signature[..32].SequenceEqual(r.Encode());
    }
}
