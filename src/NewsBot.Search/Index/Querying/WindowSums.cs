using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.Search.Index.Querying;

/// <summary>Finds the passages of a window whose sums are high enough.</summary>
internal static class WindowSums
{
    /// <summary>Writes the positions of the sums that reach a threshold, ascending, and returns their number.</summary>
    /// <param name="sums">The sums, by passage of the window.</param>
    /// <param name="threshold">The threshold, above <see cref="int.MinValue"/>.</param>
    /// <param name="found">The result, at least as long as <paramref name="sums"/>.</param>
    public static int Take(ReadOnlySpan<int> sums, int threshold, Span<int> found) =>
        Vector256.IsHardwareAccelerated ? TakeVectors(sums, threshold, found) : TakePortable(sums, threshold, found);

    /// <summary>Does the same as <see cref="Take"/>, with vectors.</summary>
    internal static int TakeVectors(ReadOnlySpan<int> sums, int threshold, Span<int> found)
    {
        var below = Vector256.Create(threshold - 1);
        ref var source = ref MemoryMarshal.GetReference(sums);
        var (count, i) = (0, 0);
        for (; i <= sums.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            for (
                var bits = Vector256.GreaterThan(Vector256.LoadUnsafe(ref source, (nuint)i), below).ExtractMostSignificantBits();
                bits != 0;
                bits &= bits - 1
            )
                found[count++] = i + BitOperations.TrailingZeroCount(bits);
        }

        for (; i < sums.Length; i++)
        {
            if (sums[i] >= threshold)
                found[count++] = i;
        }

        return count;
    }

    /// <summary>Does the same as <see cref="Take"/>, one at a time.</summary>
    internal static int TakePortable(ReadOnlySpan<int> sums, int threshold, Span<int> found)
    {
        var count = 0;
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i] >= threshold)
                found[count++] = i;
        }

        return count;
    }
}
