namespace NewsBot.Search.Index.Segments;

/// <summary>Encodes lengths in one byte: exact up to 127 terms, above that rounded down to one of 16 steps between powers of two.</summary>
internal static class LengthCode
{
    /// <summary>Specifies the number of codes.</summary>
    public const int Count = 256;

    private const int Exact = 128;
    private const int Longest = 31 << 10;

    /// <summary>Returns the code of a length of 0 or more; lengths above 31,744 share the last code.</summary>
    public static byte Encode(int length)
    {
        if (length < Exact)
            return (byte)length;
        length = Math.Min(length, Longest);
        var shift = System.Numerics.BitOperations.Log2((uint)length) - 4;
        return (byte)(Exact + ((shift - 3) << 4) + ((length >> shift) & 15));
    }

    /// <summary>Returns the length that a code represents.</summary>
    public static int Decode(byte code) => code < Exact ? code : (16 + (code & 15)) << (((code - Exact) >> 4) + 3);
}
