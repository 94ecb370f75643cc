using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Tests.Index;

/// <summary>The vector path and the portable path come to the same bits.</summary>
public class VectorPathTests
{
    [Fact]
    public void Unpacking_IsTheSameOnBothPaths()
    {
        var random = new Random(1);
        for (var bits = 0; bits <= 32; bits++)
        {
            var numbers = Enumerable
                .Range(0, BitPacking.BlockSize)
                .Select(_ => (uint)(random.NextInt64(1L << 32) >> (32 - bits)))
                .ToArray();
            var packed = new byte[BitPacking.PackedBytes(bits)];
            var (vectors, portable) = (new uint[BitPacking.BlockSize], new uint[BitPacking.BlockSize]);

            BitPacking.Pack(numbers, bits, packed);
            BitPacking.UnpackVectors(packed, bits, vectors);
            BitPacking.UnpackPortable(packed, bits, portable);

            Assert.Equal(numbers, vectors);
            Assert.Equal(numbers, portable);
        }
    }

    [Fact]
    public void Scoring_IsTheSameOnBothPaths()
    {
        var random = new Random(2);
        for (var run = 0; run < 200; run++)
        {
            var scorer = new TermScorer((float)(random.NextDouble() * 1e6), 1.2f);
            var frequencies = Enumerable.Range(0, random.Next(1, 129)).Select(_ => (float)(random.NextDouble() * 30)).ToArray();
            var (vectors, portable) = (new int[frequencies.Length], new int[frequencies.Length]);

            scorer.ScoreVectors(frequencies, vectors);
            scorer.ScorePortable(frequencies, portable);

            Assert.Equal(portable, vectors);
            Assert.All(frequencies.Zip(portable), pair => Assert.InRange(pair.Second, 0, scorer.BoundFor(pair.First)));
        }
    }

    [Fact]
    public void AddingUpGaps_IsTheSameOnBothPaths()
    {
        var random = new Random(3);
        for (var run = 0; run < 200; run++)
        {
            var gaps = Enumerable.Range(0, BitPacking.BlockSize).Select(_ => (uint)random.Next(1 << random.Next(1, 24))).ToArray();
            var before = run % 2 == 0 ? uint.MaxValue : (uint)random.Next(1000);
            var (vectors, portable) = ((uint[])gaps.Clone(), (uint[])gaps.Clone());

            BlockSums.AddUpVectors(vectors, before);
            BlockSums.AddUpPortable(portable, before);

            Assert.Equal(portable, vectors);
            Assert.Equal(unchecked(before + (uint)gaps.Sum(gap => (long)gap) + BitPacking.BlockSize), portable[^1]);
        }
    }

    [Fact]
    public void TakingSums_IsTheSameOnBothPaths()
    {
        var random = new Random(4);
        for (var run = 0; run < 200; run++)
        {
            var sums = Enumerable.Range(0, random.Next(0, 100)).Select(_ => random.Next(50)).ToArray();
            var threshold = random.Next(1, 50);
            var (vectors, portable) = (new int[sums.Length], new int[sums.Length]);

            var count = WindowSums.TakeVectors(sums, threshold, vectors);

            Assert.Equal(sums.Index().Where(sum => sum.Item >= threshold).Select(sum => sum.Index), vectors[..count]);
            Assert.Equal(count, WindowSums.TakePortable(sums, threshold, portable));
            Assert.Equal(vectors, portable);
        }
    }

    [Fact]
    public void LengthCodes_RiseWithTheLength()
    {
        var decoded = Enumerable.Range(0, LengthCode.Count).Select(code => LengthCode.Decode((byte)code)).ToList();

        Assert.Equal(decoded.Order().Distinct(), decoded);
        Assert.All(
            Enumerable.Range(0, 32_000),
            length => Assert.InRange(LengthCode.Decode(LengthCode.Encode(length)), Math.Min(length, 31_744) * 15 / 16, length)
        );
        Assert.All(Enumerable.Range(0, LengthCode.Count), code => Assert.Equal(code, LengthCode.Encode(LengthCode.Decode((byte)code))));
    }
}
