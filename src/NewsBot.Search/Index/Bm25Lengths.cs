using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index;

/// <summary>
/// Provides the factors that the lengths of body and headline give a term's frequencies, for given averages: one table for each field.
/// </summary>
/// <remarks>Immutable. Single precision, in one fixed order of operations, so that every path and machine gets the same bits.</remarks>
internal sealed class Bm25Lengths
{
    private readonly float[] body = new float[LengthCode.Count];
    private readonly float[] headline = new float[LengthCode.Count];

    /// <summary>Creates the tables for given averages.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="averageBody">The average number of terms of a body; above 0.</param>
    /// <param name="averageHeadline">The average number of terms of a headline; above 0.</param>
    public Bm25Lengths(Bm25Weights weights, double averageBody, double averageHeadline)
    {
        for (var code = 0; code < LengthCode.Count; code++)
        {
            var length = LengthCode.Decode((byte)code);
            body[code] = (float)(1 / (1 - weights.BodyLengthNorm + (weights.BodyLengthNorm * length / averageBody)));
            headline[code] = (float)(
                weights.Headline / (1 - weights.HeadlineLengthNorm + (weights.HeadlineLengthNorm * length / averageHeadline))
            );
        }
    }

    /// <summary>Gets the factors of frequencies in the body, by length code.</summary>
    public ReadOnlySpan<float> Body => body;

    /// <summary>Gets the factors of frequencies in the headline, by length code.</summary>
    public ReadOnlySpan<float> Headline => headline;

    /// <summary>Returns the sum of the frequencies of both fields, weighted by length.</summary>
    public float Frequency(int inBody, byte bodyLength, int inHeadline, byte headlineLength) =>
        (inBody * body[bodyLength]) + (inHeadline * headline[headlineLength]);
}
