using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace NewsBot.TestSupport.Discord;

/// <summary>Signs as in RFC 8032, section 5.1.6; written after the Python code of its section 6, independent of the product.</summary>
public sealed class Ed25519Signer
{
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly (BigInteger X, BigInteger Y) Base = (
        BigInteger.Parse("15112221349535400772501151409588531511454012693041857206046113283949847762202", CultureInfo.InvariantCulture),
        BigInteger.Parse("46316835694926478169428394003475163141307993866256225615783033603165251855960", CultureInfo.InvariantCulture)
    );

    private readonly BigInteger scalar;
    private readonly byte[] prefix;

    /// <param name="secret">32 bytes.</param>
    public Ed25519Signer(byte[] secret)
    {
        var hash = SHA512.HashData(secret);
        hash[0] &= 248;
        hash[31] &= 127;
        hash[31] |= 64;
        scalar = Number(hash.AsSpan(0, 32));
        prefix = hash[32..];
        PublicKey = Encode(Multiply(scalar, Base));
    }

    /// <summary>Gets the order of the base point.</summary>
    public static BigInteger Order { get; } =
        BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);

    /// <summary>Gets the public key, 32 bytes.</summary>
    public byte[] PublicKey { get; }

    /// <summary>Returns a signature, 64 bytes.</summary>
    public byte[] Sign(byte[] message)
    {
        var r = Number(SHA512.HashData([.. prefix, .. message])) % Order;
        var point = Encode(Multiply(r, Base));
        var k = Number(SHA512.HashData([.. point, .. PublicKey, .. message])) % Order;
        return [.. point, .. Bytes((r + (k * scalar)) % Order)];
    }

    /// <summary>
    /// Returns a signature whose point is the neutral element: the equation is satisfied, and only the encoding of the point can be wrong.
    /// </summary>
    /// <param name="point">32 bytes.</param>
    /// <param name="message">Any length.</param>
    public byte[] SignWithNeutralPoint(byte[] point, byte[] message) =>
        [.. point, .. Bytes(Number(SHA512.HashData([.. point, .. PublicKey, .. message])) * scalar % Order)];

    /// <summary>Returns a number as 32 bytes, least significant first.</summary>
    public static byte[] Bytes(BigInteger value)
    {
        var bytes = new byte[32];
        value.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true);

    private static byte[] Encode((BigInteger X, BigInteger Y, BigInteger Z, BigInteger T) point)
    {
        var inverse = Inverse(point.Z);
        var bytes = Bytes(Mod(point.Y * inverse));
        if (!Mod(point.X * inverse).IsEven)
            bytes[31] |= 0x80;
        return bytes;
    }

    private static (BigInteger X, BigInteger Y, BigInteger Z, BigInteger T) Multiply(BigInteger factor, (BigInteger X, BigInteger Y) affine)
    {
        (BigInteger X, BigInteger Y, BigInteger Z, BigInteger T) sum = (0, 1, 1, 0);
        var point = (affine.X, affine.Y, Z: BigInteger.One, T: Mod(affine.X * affine.Y));
        for (; factor > 0; factor >>= 1)
        {
            if (!factor.IsEven)
                sum = Add(sum, point);
            point = Add(point, point);
        }

        return sum;
    }

    private static (BigInteger X, BigInteger Y, BigInteger Z, BigInteger T) Add(
        (BigInteger X, BigInteger Y, BigInteger Z, BigInteger T) p,
        (BigInteger X, BigInteger Y, BigInteger Z, BigInteger T) q
    )
    {
        var a = Mod((p.Y - p.X) * (q.Y - q.X));
        var b = Mod((p.Y + p.X) * (q.Y + q.X));
        var c = Mod(2 * p.T * q.T * D);
        var d = Mod(2 * p.Z * q.Z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return (Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), P - 2, P);

    private static BigInteger Mod(BigInteger value) => ((value % P) + P) % P;
}
