using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Tests.Index;

public sealed class PackingTests
{
    [Fact]
    public void PatchedBlock_GivesBackItsNumbers_WhereverTheFarOnesStand()
    {
        var random = new Random(7);
        var target = new byte[2 * PatchedBlock.MaxBytes];
        var read = new uint[BitPacking.BlockSize];
        for (var round = 0; round < 2_000; round++)
        {
            var (bits, share) = (random.Next(33), random.NextDouble());
            var numbers = Enumerable
                .Range(0, BitPacking.BlockSize)
                .Select(_ => random.NextDouble() < share ? (uint)(random.NextInt64(1L << 32) >> (32 - bits)) : (uint)random.Next(3))
                .ToArray();

            var written = PatchedBlock.Write(numbers, target);
            var length = PatchedBlock.Read(target, written.Bits, written.HasExceptions, read);

            Assert.Equal(written.Length, length);
            Assert.Equal(numbers, read);
            Assert.InRange(length, 0, BitPacking.PackedBytes(BitPacking.BitsFor(numbers)));
        }
    }

    [Fact]
    public void FewFarNumbers_DoNotMakeTheBlockWide()
    {
        var numbers = new uint[BitPacking.BlockSize];
        numbers[5] = uint.MaxValue;
        numbers[127] = 100_000;

        var written = PatchedBlock.Write(numbers, new byte[2 * PatchedBlock.MaxBytes]);

        Assert.Equal((byte)0, written.Bits);
        Assert.InRange(written.Length, 1, 12);
    }

    [Fact]
    public void TokenCode_ReadsManyAsItReadsOne()
    {
        var random = new Random(8);
        for (var round = 0; round < 500; round++)
        {
            var numbers = Enumerable.Range(0, random.Next(0, 60)).Select(_ => (uint)random.NextInt64(1L << random.Next(1, 33))).ToArray();
            var bytes = new byte[numbers.Length * TokenCode.MaxBytes];
            var length = 0;
            foreach (var number in numbers)
                length += TokenCode.Write(bytes.AsSpan(length), number);
            var read = new uint[length];

            var count = TokenCode.ReadAll(bytes.AsSpan(0, length), read);

            Assert.Equal(numbers, read[..count]);
        }
    }

    [Theory]
    [InlineData(0u, 1)]
    [InlineData(163u, 1)]
    [InlineData(164u, 2)]
    [InlineData(22_691u, 2)]
    [InlineData(22_692u, 3)]
    [InlineData(219_299u, 3)]
    [InlineData(219_300u, 5)]
    [InlineData(uint.MaxValue, 5)]
    public void TokenCode_GivesBackItsNumber(uint number, int length)
    {
        var bytes = new byte[TokenCode.MaxBytes];
        var position = 0;

        Assert.Equal(length, TokenCode.Write(bytes, number));
        Assert.Equal(number, TokenCode.Read(bytes, ref position));
        Assert.Equal(length, position);
    }
}
