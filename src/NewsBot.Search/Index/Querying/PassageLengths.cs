using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Querying;

/// <summary>Weights frequencies by the lengths of a segment's passages.</summary>
internal readonly ref struct PassageLengths
{
    private readonly ReadOnlySpan<byte> bodies;
    private readonly ReadOnlySpan<byte> headlines;
    private readonly ReadOnlySpan<float> bodyFactors;
    private readonly ReadOnlySpan<float> headlineFactors;

    /// <summary>Creates the lengths of a segment's passages for given averages.</summary>
    public PassageLengths(Segment segment, Bm25Lengths lengths)
    {
        bodies = segment.BodyLengths;
        headlines = segment.HeadlineLengths;
        bodyFactors = lengths.Body;
        headlineFactors = lengths.Headline;
    }

    /// <summary>Returns the length-weighted frequency of a term in a passage.</summary>
    public float Frequency(int passage, uint inBody, uint inHeadline) =>
        ((int)inBody * bodyFactors[bodies[passage]]) + ((int)inHeadline * headlineFactors[headlines[passage]]);

    /// <summary>Computes the length-weighted frequencies of a term in some passages.</summary>
    /// <param name="passages">The passages, ascending; at least one.</param>
    /// <param name="inBodies">The frequencies in the bodies.</param>
    /// <param name="inHeadlines">The frequencies in the headlines; empty when none has the term.</param>
    /// <param name="frequencies">The result, as long as <paramref name="passages"/>.</param>
    public void Frequencies(
        ReadOnlySpan<int> passages,
        ReadOnlySpan<uint> inBodies,
        ReadOnlySpan<uint> inHeadlines,
        Span<float> frequencies
    )
    {
        if (passages.Length == 0 || (uint)passages[^1] >= (uint)bodies.Length)
            throw new ArgumentOutOfRangeException(nameof(passages));
        inBodies = inBodies[..passages.Length];
        frequencies = frequencies[..passages.Length];

        // Passages ascend, so the check of the last covers all; the tables have a factor for every byte.
        ref var length = ref MemoryMarshal.GetReference(bodies);
        ref var factor = ref MemoryMarshal.GetReference(bodyFactors[..LengthCode.Count]);
        for (var i = 0; i < passages.Length; i++)
            frequencies[i] = (int)inBodies[i] * Unsafe.Add(ref factor, (nint)Unsafe.Add(ref length, passages[i]));
        for (var i = 0; i < inHeadlines.Length; i++)
        {
            if (inHeadlines[i] > 0)
                frequencies[i] += (int)inHeadlines[i] * headlineFactors[headlines[passages[i]]];
        }
    }
}
