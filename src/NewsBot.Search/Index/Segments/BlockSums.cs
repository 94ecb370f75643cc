using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.Search.Index.Segments;

/// <summary>Converts gaps to passages.</summary>
internal static class BlockSums
{
    /// <summary>Replaces each of 128 gaps with the passage that it leads to: the one before it, plus the gap, plus 1.</summary>
    /// <param name="gaps">The gaps of a block.</param>
    /// <param name="before">The passage before the block; -1 as an unsigned number when there is none.</param>
    public static void AddUp(Span<uint> gaps, uint before)
    {
        if (Vector128.IsHardwareAccelerated)
            AddUpVectors(gaps, before);
        else
            AddUpPortable(gaps, before);
    }

    /// <summary>Does the same as <see cref="AddUp"/>, with vectors.</summary>
    internal static void AddUpVectors(Span<uint> gaps, uint before)
    {
        ref var at = ref MemoryMarshal.GetReference(gaps[..BitPacking.BlockSize]);
        var sum = Vector128.Create(before);
        for (nuint i = 0; i < BitPacking.BlockSize; i += (nuint)Vector128<uint>.Count)
        {
            // Sums of one, two, three and four: shuffling in from beyond the end brings zeros.
            var four = Vector128.LoadUnsafe(ref at, i) + Vector128<uint>.One;
            four += Vector128.Shuffle(four, Vector128.Create(4u, 0, 1, 2));
            four += Vector128.Shuffle(four, Vector128.Create(4u, 4, 0, 1));
            four += sum;
            four.StoreUnsafe(ref at, i);
            sum = Vector128.Shuffle(four, Vector128.Create(3u));
        }
    }

    /// <summary>Does the same as <see cref="AddUp"/>, one at a time.</summary>
    internal static void AddUpPortable(Span<uint> gaps, uint before)
    {
        foreach (ref var gap in gaps[..BitPacking.BlockSize])
            gap = before += gap + 1;
    }
}
