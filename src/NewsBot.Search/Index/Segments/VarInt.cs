using System.Runtime.CompilerServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>
/// Encodes unsigned numbers in one to five bytes, seven bits each, lowest first; the high bit indicates that another byte follows.
/// </summary>
internal static class VarInt
{
    /// <summary>Specifies the length of the longest encoding of 32 bits, in bytes.</summary>
    public const int MaxBytes = 5;

    /// <summary>Reads a number and moves the position past it.</summary>
    /// <exception cref="IndexOutOfRangeException">The bytes end within the number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        uint value = bytes[position++];
        return value < 0x80 ? value : ReadRest(bytes, ref position, value);
    }

    private static uint ReadRest(ReadOnlySpan<byte> bytes, ref int position, uint value)
    {
        value &= 0x7F;
        for (var shift = 7; shift < 35; shift += 7)
        {
            uint next = bytes[position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                break;
        }

        return value;
    }

    /// <summary>Writes a number and returns the number of bytes used.</summary>
    public static int Write(Span<byte> bytes, uint value)
    {
        var length = 0;
        while (value >= 0x80)
        {
            bytes[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[length++] = (byte)value;
        return length;
    }
}
