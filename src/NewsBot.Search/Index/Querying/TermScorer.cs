using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.Search.Index.Querying;

/// <summary>Computes the score of one term in a passage as an integer: sums of integers do not depend on the order of addition.</summary>
/// <remarks>
/// Single precision, in one fixed order of operations without fused steps: the vector path and the portable path get the same bits.
/// </remarks>
/// <param name="weight">The term's maximum score, scaled.</param>
/// <param name="saturation">See <see cref="Bm25Weights.Saturation"/>.</param>
internal readonly struct TermScorer(float weight, float saturation)
{
    // Rounding may raise a score above that of a slightly higher frequency.
    private const float RoundingSlack = 1.00001f;

    /// <summary>Returns the score for a length-weighted frequency.</summary>
    public int Score(float frequency) => (int)((weight * (frequency / (frequency + saturation))) + 0.5f);

    /// <summary>Returns an upper bound of the scores for frequencies up to the given one.</summary>
    public int BoundFor(float frequency) =>
        float.IsPositiveInfinity(frequency)
            ? (int)(weight * RoundingSlack) + 1
            : (int)(weight * (frequency / (frequency + saturation)) * RoundingSlack) + 1;

    /// <summary>Computes the scores for many frequencies.</summary>
    public void Score(ReadOnlySpan<float> frequencies, Span<int> scores)
    {
        if (Vector256.IsHardwareAccelerated)
            ScoreVectors(frequencies, scores);
        else
            ScorePortable(frequencies, scores);
    }

    /// <summary>Computes the same as <see cref="Score(ReadOnlySpan{float}, Span{int})"/>, with vectors.</summary>
    internal void ScoreVectors(ReadOnlySpan<float> frequencies, Span<int> scores)
    {
        scores = scores[..frequencies.Length];
        ref var source = ref MemoryMarshal.GetReference(frequencies);
        ref var target = ref MemoryMarshal.GetReference(scores);
        var (weights, saturations, halves) = (Vector256.Create(weight), Vector256.Create(saturation), Vector256.Create(0.5f));
        var i = 0;
        for (; i <= frequencies.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var frequency = Vector256.LoadUnsafe(ref source, (nuint)i);
            var score = (weights * (frequency / (frequency + saturations))) + halves;
            Vector256.ConvertToInt32Native(score).StoreUnsafe(ref target, (nuint)i);
        }

        ScorePortable(frequencies[i..], scores[i..]);
    }

    /// <summary>Computes the same as <see cref="Score(ReadOnlySpan{float}, Span{int})"/>, one at a time.</summary>
    internal void ScorePortable(ReadOnlySpan<float> frequencies, Span<int> scores)
    {
        for (var i = 0; i < frequencies.Length; i++)
            scores[i] = Score(frequencies[i]);
    }
}
