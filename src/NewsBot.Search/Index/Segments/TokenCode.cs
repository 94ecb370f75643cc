namespace NewsBot.Search.Index.Segments;

/// <summary>
/// Encodes numbers in one, two, three or five bytes. Most tokens are of few terms, so more numbers are short here than in
/// <see cref="VarInt"/>.
/// </summary>
/// <remarks>
/// A first byte below 164 is the number; the next 88 values are followed by one more byte, the next 3 by two more, and 255 by the number
/// in four bytes.
/// </remarks>
internal static class TokenCode
{
    /// <summary>Specifies the length of the longest code in bytes.</summary>
    public const int MaxBytes = 5;

    private const int OneByte = 164;
    private const int TwoBytes = 88;
    private const int ThreeBytes = 3;
    private const int FirstOfTwo = OneByte;
    private const int FirstOfThree = OneByte + TwoBytes;
    private const int EndOfTwo = FirstOfTwo + (TwoBytes << 8);
    private const int EndOfThree = EndOfTwo + (ThreeBytes << 16);
    private const byte Long = 255;

    /// <summary>Reads a number and moves the position past it.</summary>
    public static uint Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        uint first = bytes[position++];
        if (first < FirstOfTwo)
            return first;
        if (first < FirstOfThree)
            return FirstOfTwo + ((first - FirstOfTwo) << 8) + bytes[position++];
        if (first < Long)
            return (uint)(EndOfTwo + ((first - FirstOfThree) << 16) + (bytes[position++] << 8) + bytes[position++]);
        var number = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes[position..]);
        position += sizeof(uint);
        return number;
    }

    /// <summary>Reads all numbers of some bytes and returns their count.</summary>
    /// <param name="bytes">Complete codes.</param>
    /// <param name="numbers">The result, at least as long as <paramref name="bytes"/>.</param>
    public static int ReadAll(ReadOnlySpan<byte> bytes, Span<uint> numbers)
    {
        var (count, position) = (0, 0);
        while (position < bytes.Length - 1)
        {
            uint first = bytes[position];
            if (first >= FirstOfThree)
            {
                numbers[count++] = Read(bytes, ref position);
                continue;
            }

            // One byte or two, without a branch: no processor can predict which.
            var isTwo = (int)(FirstOfTwo - 1 - first) >> 31;
            var rest = ((first - FirstOfTwo) << 8) + bytes[position + 1] + FirstOfTwo - first;
            numbers[count++] = first + (rest & (uint)isTwo);
            position += 1 - isTwo;
        }

        if (position < bytes.Length)
            numbers[count++] = Read(bytes, ref position);
        return count;
    }

    /// <summary>Writes a number and returns the number of bytes used.</summary>
    public static int Write(Span<byte> bytes, uint number)
    {
        if (number < FirstOfTwo)
        {
            bytes[0] = (byte)number;
            return 1;
        }

        if (number < EndOfTwo)
        {
            var rest = number - FirstOfTwo;
            (bytes[0], bytes[1]) = ((byte)(FirstOfTwo + (rest >> 8)), (byte)rest);
            return 2;
        }

        if (number < EndOfThree)
        {
            var rest = number - EndOfTwo;
            (bytes[0], bytes[1], bytes[2]) = ((byte)(FirstOfThree + (rest >> 16)), (byte)(rest >> 8), (byte)rest);
            return 3;
        }

        bytes[0] = Long;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes[1..], number);
        return MaxBytes;
    }
}
