namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Finds texts that are copies of one another without comparing each with each: MinHash (Broder 1997) over runs of four content words.
/// </summary>
internal static class MinHash
{
    private const int Bands = 16;
    private const int RowsPerBand = 4;
    private const int RunLength = 4;

    /// <summary>Specifies the estimated share of common runs from which two texts are near-duplicates.</summary>
    public const double NearDuplicate = 0.7;

    /// <summary>Returns the sketch of a text; empty for a text shorter than a run.</summary>
    public static ulong[] Sketch(StoryWords words)
    {
        var count = words.Sequence.Length - RunLength + 1;
        if (count <= 0)
            return [];
        var sequence = words.Sequence;
        var least = new ulong[Bands * RowsPerBand];
        Array.Fill(least, ulong.MaxValue);
        for (var i = 0; i < count; i++)
        {
            var run = 0UL;
            for (var j = i; j < i + RunLength; j++)
                run = StableHash.Mix((run * 31) + words.Terms[sequence[j]].Id);
            for (var row = 0; row < least.Length; row++)
            {
                var hash = StableHash.Mix(run + ((ulong)row * 0x9E3779B97F4A7C15UL));
                if (hash < least[row])
                    least[row] = hash;
            }
        }

        return least;
    }

    /// <summary>
    /// Returns keys under which near-duplicates meet: a pair with a similarity of 0.7 shares one with a probability of 0.99.
    /// </summary>
    public static IEnumerable<(int Band, ulong Key)> Keys(ulong[] sketch)
    {
        for (var band = 0; (band + 1) * RowsPerBand <= sketch.Length; band++)
        {
            var key = 0UL;
            for (var row = 0; row < RowsPerBand; row++)
                key = StableHash.Mix((key * 31) + sketch[(band * RowsPerBand) + row]);
            yield return (band, key);
        }
    }

    /// <summary>Returns the estimated Jaccard similarity, 0 to 1.</summary>
    public static double Similarity(ulong[] one, ulong[] other)
    {
        if (one.Length == 0 || other.Length == 0)
            return 0;
        var same = 0;
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] == other[i])
                same++;
        }

        return (double)same / one.Length;
    }
}
