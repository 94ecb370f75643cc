using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>Computes CRC-32C (Castagnoli polynomial, RFC 3720 appendix B.4), with the processor's instruction where it has one.</summary>
internal struct Crc32C
{
    private uint state;

    /// <summary>Creates the checksum of no bytes.</summary>
    public Crc32C() => state = uint.MaxValue;

    /// <summary>Gets the checksum of all bytes added.</summary>
    public readonly uint Value => ~state;

    /// <summary>Returns the checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc32C();
        crc.Add(bytes);
        return crc.Value;
    }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = state;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var one in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, one);
        state = crc;
    }
}
