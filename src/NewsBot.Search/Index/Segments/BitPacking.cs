using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.Search.Index.Segments;

/// <summary>Packs 128 numbers of up to 32 bits with the same number of bits each.</summary>
/// <remarks>
/// Four interleaved lanes of 32-bit words: number i is in lane i mod 4, so that one vector operation unpacks four (Lemire, Boytsov,
/// "Decoding billions of integers per second through vectorization", 2015). The portable path reads the same layout.
/// </remarks>
internal static class BitPacking
{
    /// <summary>Specifies the count of numbers in a block.</summary>
    public const int BlockSize = 128;

    private const int Lanes = 4;
    private const int WordBits = 32;

    /// <summary>Returns the number of bytes that a block takes.</summary>
    public static int PackedBytes(int bits) => BlockSize / 8 * bits;

    /// <summary>Returns the number of bits that the largest of the numbers needs, 0 to 32.</summary>
    public static int BitsFor(ReadOnlySpan<uint> numbers)
    {
        uint all = 0;
        foreach (var number in numbers)
            all |= number;
        return WordBits - System.Numerics.BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Packs a block; returns the number of bytes used.</summary>
    public static int Pack(ReadOnlySpan<uint> numbers, int bits, Span<byte> packed)
    {
        var words = MemoryMarshal.Cast<byte, uint>(packed[..PackedBytes(bits)]);
        words.Clear();
        for (var i = 0; i < BlockSize && bits > 0; i++)
        {
            var bit = i / Lanes * bits;
            var word = (bit / WordBits * Lanes) + (i % Lanes);
            words[word] |= numbers[i] << (bit % WordBits);
            if ((bit % WordBits) + bits > WordBits)
                words[word + Lanes] |= numbers[i] >> (WordBits - (bit % WordBits));
        }

        return PackedBytes(bits);
    }

    /// <summary>Unpacks a block of <see cref="PackedBytes"/> bytes.</summary>
    public static void Unpack(ReadOnlySpan<byte> packed, int bits, Span<uint> numbers)
    {
        if (Vector128.IsHardwareAccelerated)
            UnpackVectors(packed, bits, numbers);
        else
            UnpackPortable(packed, bits, numbers);
    }

    /// <summary>Does the same as <see cref="Unpack"/>, with vectors.</summary>
    internal static void UnpackVectors(ReadOnlySpan<byte> packed, int bits, Span<uint> numbers)
    {
        numbers = numbers[..BlockSize];
        if (bits == 0)
        {
            numbers.Clear();
            return;
        }

        // Checked once here, so that the loads below cannot leave the memory.
        ref var source = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, uint>(packed[..PackedBytes(bits)]));
        ref var target = ref MemoryMarshal.GetReference(numbers);
        var mask = Vector128.Create(bits == WordBits ? uint.MaxValue : (1u << bits) - 1);
        var current = Vector128.LoadUnsafe(ref source);
        var word = 0;
        var shift = 0;
        for (var i = 0; i < BlockSize; i += Lanes)
        {
            var value = Vector128.ShiftRightLogical(current, shift);
            shift += bits;
            if (shift >= WordBits && i < BlockSize - Lanes)
            {
                word += Lanes;
                shift -= WordBits;
                current = Vector128.LoadUnsafe(ref source, (nuint)word);
                if (shift > 0)
                    value |= Vector128.ShiftLeft(current, bits - shift);
            }

            (value & mask).StoreUnsafe(ref target, (nuint)i);
        }
    }

    /// <summary>Does the same as <see cref="Unpack"/>, one number at a time.</summary>
    internal static void UnpackPortable(ReadOnlySpan<byte> packed, int bits, Span<uint> numbers)
    {
        var words = MemoryMarshal.Cast<byte, uint>(packed[..PackedBytes(bits)]);
        var mask = bits == WordBits ? uint.MaxValue : (1u << bits) - 1;
        for (var i = 0; i < BlockSize; i++)
        {
            var bit = i / Lanes * bits;
            var word = (bit / WordBits * Lanes) + (i % Lanes);
            var value = bits == 0 ? 0 : words[word] >> (bit % WordBits);
            if ((bit % WordBits) + bits > WordBits)
                value |= words[word + Lanes] << (WordBits - (bit % WordBits));
            numbers[i] = value & mask;
        }
    }
}
