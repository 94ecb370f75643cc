using System.Numerics;

namespace NewsBot.Discord.Signatures;

/// <summary>A point of edwards25519 in extended homogeneous coordinates (RFC 8032, section 5.1.4). Immutable.</summary>
/// <remarks>Not in constant time: only public values pass through it.</remarks>
internal readonly record struct Ed25519Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T)
{
    /// <summary>2^255 - 19.</summary>
    public static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;

    /// <summary>Order of the base point.</summary>
    public static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly BigInteger D = Reduce(-121665 * Invert(121666));
    private static readonly BigInteger RootOfMinusOne = BigInteger.ModPow(2, (P - 1) / 4, P);

    /// <summary>The neutral element.</summary>
    public static Ed25519Point Neutral { get; } = new(0, 1, 1, 0);

    /// <summary>The base point: y = 4/5, x even.</summary>
    public static Ed25519Point Base { get; } = Decode(Encode(Reduce(4 * Invert(5)), isOdd: false))!.Value;

    /// <summary>Whether it is the neutral element.</summary>
    public bool IsNeutral => X.IsZero && Y == Z;

    /// <summary>Whether eight times the point is the neutral element: such a key signs anything.</summary>
    public bool IsOfSmallOrder => Double().Double().Double().IsNeutral;

    /// <summary>The mirrored point.</summary>
    public Ed25519Point Negative => new(Reduce(-X), Y, Z, Reduce(-T));

    /// <summary>Reads 32 bytes (section 5.1.3); null when they are not the one encoding of a point.</summary>
    public static Ed25519Point? Decode(ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length != 32) return null;
        Span<byte> bytes = stackalloc byte[32];
        encoded.CopyTo(bytes);
        var isOdd = (bytes[31] & 0x80) != 0;
        bytes[31] &= 0x7F;
        var y = new BigInteger(bytes, isUnsigned: true);
        if (y >= P) return null;
        var square = Reduce((y * y - 1) * Invert(Reduce(D * y * y + 1)));
        var x = BigInteger.ModPow(square, (P + 3) / 8, P);
        if (Reduce(x * x) != square) x = Reduce(x * RootOfMinusOne);
        if (Reduce(x * x) != square || (x.IsZero && isOdd)) return null;
        if (x.IsEven == isOdd) x = P - x;
        return new Ed25519Point(x, y, 1, Reduce(x * y));
    }

    /// <summary>The 32 bytes of the point.</summary>
    public byte[] Encode()
    {
        var inverse = Invert(Z);
        return Encode(Reduce(Y * inverse), !Reduce(X * inverse).IsEven);
    }

    /// <summary>Sum.</summary>
    public Ed25519Point Add(Ed25519Point other)
    {
        var a = (Y - X) * (other.Y - other.X);
        var b = (Y + X) * (other.Y + other.X);
        var c = Reduce(T * other.T) * 2 * D;
        var d = Z * other.Z * 2;
        return Combine(b - a, d - c, d + c, b + a);
    }

    /// <summary>Twice the point.</summary>
    public Ed25519Point Double()
    {
        var a = X * X;
        var b = Y * Y;
        var h = a + b;
        var e = h - (X + Y) * (X + Y);
        var g = a - b;
        return Combine(e, Reduce(2 * Z * Z + g), g, h);
    }

    /// <summary>first · left + second · right, by Shamir's trick: one pass over the bits of both.</summary>
    public static Ed25519Point MultiplyAndAdd(BigInteger first, Ed25519Point left, BigInteger second, Ed25519Point right)
    {
        var both = left.Add(right);
        var sum = Neutral;
        for (var bit = (int)Math.Max(first.GetBitLength(), second.GetBitLength()) - 1; bit >= 0; bit--)
        {
            sum = sum.Double();
            sum = ((first >> bit).IsEven, (second >> bit).IsEven) switch
            {
                (false, false) => sum.Add(both),
                (false, true) => sum.Add(left),
                (true, false) => sum.Add(right),
                _ => sum,
            };
        }

        return sum;
    }

    private static Ed25519Point Combine(BigInteger e, BigInteger f, BigInteger g, BigInteger h)
    {
        (e, f, g, h) = (Reduce(e), Reduce(f), Reduce(g), Reduce(h));
        return new Ed25519Point(Reduce(e * f), Reduce(g * h), Reduce(f * g), Reduce(e * h));
    }

    private static byte[] Encode(BigInteger y, bool isOdd)
    {
        var bytes = new byte[32];
        y.TryWriteBytes(bytes, out _, isUnsigned: true);
        if (isOdd) bytes[31] |= 0x80;
        return bytes;
    }

    private static BigInteger Invert(BigInteger value) => BigInteger.ModPow(Reduce(value), P - 2, P);

    private static BigInteger Reduce(BigInteger value)
    {
        var rest = value % P;
        return rest.Sign < 0 ? rest + P : rest;
    }
}
