using System.Numerics;

namespace NewsBot.Search.Vectors;

/// <summary>
/// Chooses which blocks become one file: those in memory, eight files of similar size, and a file most of whose passages no longer exist.
/// </summary>
internal static class VectorMerges
{
    private const int Alike = 8;

    // A block is one part of a file that is mapped whole.
    private const long MostBytes = 1 << 30;

    /// <summary>Returns runs of neighbouring blocks, so that the order of writing is preserved.</summary>
    /// <param name="blocks">All blocks.</param>
    /// <param name="live">Counts the current vectors of a block; reads every row.</param>
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

    // Sizes in one class differ by a factor of less than eight.
    private static int Class(VectorBlock block) => BitOperations.Log2((uint)Math.Max(1, block.Count)) / 3;
}
