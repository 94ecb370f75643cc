using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsBot.Search.Vectors;

/// <summary>Represents vectors of length 1 in integers from -127 to 127: a quarter of the memory, and of the time to read it.</summary>
internal static class Quantised
{
    private const int Most = sbyte.MaxValue;

    // Rows are padded with zeros to a multiple of the step of the loop below.
    private const int Step = 32;

    /// <summary>Returns the length of a row in bytes.</summary>
    public static int Stride(int dimension) => (dimension + Step - 1) / Step * Step;

    /// <summary>Writes a vector in integers.</summary>
    /// <param name="vector">A vector of any length; one without a direction (zeros, or not finite) becomes zeros.</param>
    /// <param name="row">Receives the integers; the rest becomes zeros.</param>
    /// <returns>The factor from the integers to a vector of length 1; 0 for one without a direction.</returns>
    public static float Write(ReadOnlySpan<float> vector, Span<sbyte> row)
    {
        row.Clear();
        var (squares, largest) = (0.0, 0.0);
        foreach (var number in vector)
        {
            squares += (double)number * number;
            largest = Math.Max(largest, Math.Abs((double)number));
        }

        if (!double.IsFinite(squares) || squares == 0)
            return 0;
        for (var i = 0; i < vector.Length; i++)
            row[i] = (sbyte)Math.Round(vector[i] / largest * Most);
        return (float)(largest / Most / Math.Sqrt(squares));
    }

    /// <summary>Returns the sum of the products of two rows of the same stride, one of them widened.</summary>
    public static int Dot(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query) =>
        Avx2.IsSupported ? DotByPairs(row, query) : DotByWidening(row, query);

    /// <summary>Computes the same as <see cref="Dot"/>, where the processor multiplies and adds in one step.</summary>
    internal static int DotByPairs(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        ref var rows = ref MemoryMarshal.GetReference(row);
        ref var queries = ref MemoryMarshal.GetReference(query);
        var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint i = 0; i < (nuint)row.Length; i += Step)
        {
            even += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref rows, i)),
                Vector256.LoadUnsafe(ref queries, i)
            );
            odd += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref rows, i + (Step / 2))),
                Vector256.LoadUnsafe(ref queries, i + (Step / 2))
            );
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary>Computes the same as <see cref="Dot"/>, on any processor.</summary>
    internal static int DotByWidening(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        ref var rows = ref MemoryMarshal.GetReference(row);
        ref var queries = ref MemoryMarshal.GetReference(query);
        var sum = Vector128<int>.Zero;
        for (nuint i = 0; i < (nuint)row.Length; i += (nuint)Vector128<sbyte>.Count)
        {
            // Two products of at most 127² fit into 16 bits.
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref rows, i));
            var (left, right) = Vector128.Widen(
                (low * Vector128.LoadUnsafe(ref queries, i)) + (high * Vector128.LoadUnsafe(ref queries, i + (nuint)Vector128<short>.Count))
            );
            sum += left + right;
        }

        return Vector128.Sum(sum);
    }
}
