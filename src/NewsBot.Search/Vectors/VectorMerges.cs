using System.Numerics;

namespace NewsBot.Search.Vectors;

/// <summary>Chooses which blocks become one file: those in memory, eight files of about the same size, and a file that is mostly of passages that are gone.</summary>
internal static class VectorMerges
{
    private const int Alike = 8;

    // A block is one part of a file that is mapped whole.
    private const long MostBytes = 1 << 30;

    /// <summary>Runs of neighbouring blocks, so that the order of writing stays what it was.</summary>
    /// <param name="blocks">All blocks.</param>
    /// <param name="live">Counts the vectors of a block that count; reads every row.</param>
    public static IReadOnlyList<IReadOnlyList<VectorBlock>> Choose(IReadOnlyList<VectorBlock> blocks, Func<VectorBlock, int> live)
    {
        var inMemory = blocks.Where(block => block.Number is null).ToList();
        var files = blocks.Where(block => block.Number is not null).ToList();
        IReadOnlyList<IReadOnlyList<VectorBlock>> chosen = inMemory.Count > 0 ? [inMemory] : [];
        for (var first = files.Count - Alike; first >= 0; first--)
        {
            var run = files.GetRange(first, Alike);
            if (run.Select(Class).Distinct().Count() == 1 && run.Sum(block => (long)block.Count * block.Dimension) < MostBytes)
                return [run, .. chosen];
        }

        return [.. files.Where(block => live(block) * 2 < block.Count).Take(1).Select(block => new[] { block }), .. chosen];
    }

    // Sizes of one class differ by less than eight times.
    private static int Class(VectorBlock block) => BitOperations.Log2((uint)Math.Max(1, block.Count)) / 3;
}
