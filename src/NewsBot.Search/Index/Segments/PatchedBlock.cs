using System.Numerics;

namespace NewsBot.Search.Index.Segments;

/// <summary>
/// Encodes a block of 128 numbers with few bits each, and the larger ones separately: a few wide gaps need not make all gaps wide.
/// </summary>
/// <remarks>
/// PFOR (Zukowski et al., "Super-scalar RAM-CPU cache compression", ICDE 2006): the low bits of all numbers by <see cref="BitPacking"/>;
/// then, when there are exceptions, their count (1 byte), and for each its position (1 byte) and the rest of its bits
/// (<see cref="VarInt"/>).
/// </remarks>
internal static class PatchedBlock
{
    /// <summary>Specifies the maximum number of bytes in a block.</summary>
    public const int MaxBytes = BitPacking.BlockSize * sizeof(uint);

    /// <summary>
    /// Writes a block in the fewest bytes; returns their number, the bits of the packed part, and whether there are exceptions.
    /// </summary>
    public static (int Length, byte Bits, bool HasExceptions) Write(ReadOnlySpan<uint> numbers, Span<byte> target)
    {
        var (bits, hasExceptions) = BestBits(numbers);
        Span<uint> low = stackalloc uint[BitPacking.BlockSize];
        var mask = bits == 32 ? uint.MaxValue : (1u << bits) - 1;
        for (var i = 0; i < low.Length; i++)
            low[i] = numbers[i] & mask;
        var length = BitPacking.Pack(low, bits, target);
        if (!hasExceptions)
            return (length, (byte)bits, false);

        var count = length++;
        target[count] = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] <= mask)
                continue;
            target[count]++;
            target[length++] = (byte)i;
            length += VarInt.Write(target[length..], numbers[i] >> bits);
        }

        return (length, (byte)bits, true);
    }

    /// <summary>Reads a block and returns its length in bytes.</summary>
    public static int Read(ReadOnlySpan<byte> source, int bits, bool hasExceptions, Span<uint> numbers)
    {
        BitPacking.Unpack(source, bits, numbers);
        return hasExceptions ? Patch(source, bits, numbers) : BitPacking.PackedBytes(bits);
    }

    private static int Patch(ReadOnlySpan<byte> source, int bits, Span<uint> numbers)
    {
        var at = BitPacking.PackedBytes(bits);
        for (var count = source[at++]; count > 0; count--)
        {
            var position = source[at++];
            numbers[position] |= VarInt.Read(source, ref at) << bits;
        }

        return at;
    }

    private static (int Bits, bool HasExceptions) BestBits(ReadOnlySpan<uint> numbers)
    {
        Span<int> withBits = stackalloc int[33];
        withBits.Clear();
        foreach (var number in numbers)
            withBits[32 - BitOperations.LeadingZeroCount(number)]++;
        var most = BitPacking.BitsFor(numbers);
        var (best, bestBytes) = (most, BitPacking.PackedBytes(most));
        for (var bits = most - 1; bits >= 0; bits--)
        {
            var bytes = BitPacking.PackedBytes(bits) + 1;
            for (var longer = bits + 1; longer <= most; longer++)
                bytes += withBits[longer] * (1 + ((longer - bits + 6) / 7));
            if (bytes < bestBytes)
                (best, bestBytes) = (bits, bytes);
        }

        return (best, best < most);
    }
}
