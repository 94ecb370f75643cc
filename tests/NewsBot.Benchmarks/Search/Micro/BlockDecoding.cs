using BenchmarkDotNet.Attributes;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Benchmarks.Search.Micro;

/// <summary>A block of 128 gaps to passages: unpacked and added up, by vectors and one at a time.</summary>
public class BlockDecoding
{
    private readonly uint[] passages = new uint[BitPacking.BlockSize];
    private byte[] packed = [];

    /// <summary>Bits of a gap: of a common term, of a rare one.</summary>
    [Params(5, 13)]
    public int Bits { get; set; }

    /// <summary>Packs a block of gaps.</summary>
    [GlobalSetup]
    public void Pack()
    {
        var random = new Random(1);
        packed = new byte[BitPacking.PackedBytes(Bits)];
        BitPacking.Pack([.. Enumerable.Range(0, BitPacking.BlockSize).Select(_ => (uint)random.Next(1 << Bits))], Bits, packed);
    }

    /// <summary>By <see cref="System.Runtime.Intrinsics"/>.</summary>
    [Benchmark]
    public uint Vectors()
    {
        BitPacking.UnpackVectors(packed, Bits, passages);
        BlockSums.AddUpVectors(passages, 0);
        return passages[^1];
    }

    /// <summary>Where there are none.</summary>
    [Benchmark]
    public uint Portable()
    {
        BitPacking.UnpackPortable(packed, Bits, passages);
        BlockSums.AddUpPortable(passages, 0);
        return passages[^1];
    }
}
