namespace NewsBot.Newsroom.Stories;

/// <summary>One text as vectors, each for another side of it. Immutable.</summary>
internal sealed class StoryVectors
{
    /// <summary>From this inverse document frequency on a term is rare: about one article of twenty-five has it.</summary>
    private const double Rare = 3.2;

    public required SparseVector All { get; init; }

    /// <summary>Without names and numbers.</summary>
    public required SparseVector Words { get; init; }

    public required SparseVector Names { get; init; }

    public required SparseVector Numbers { get; init; }

    public required SparseVector Lead { get; init; }

    public required SparseVector LeadNames { get; init; }

    /// <summary>Pairs of neighbours.</summary>
    public required SparseVector Pairs { get; init; }

    /// <summary>Dimensions of the rare terms, ascending.</summary>
    public required ulong[] RareTerms { get; init; }

    public static StoryVectors Of(StoryWords words, TermStatistics statistics)
    {
        var terms = words.Terms;
        var count = terms.Count;
        var (idf, weights, isName, inLead) = (new double[count], new double[count], new bool[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            idf[i] = Math.Max(0, statistics.Idf(terms[i].Id));
            weights[i] = Weight(terms[i].Count, idf[i]);
            isName[i] = statistics.IsName(terms[i]);
        }

        foreach (var term in words.Lead) inLead[term]++;
        // One order for all vectors, so that none is sorted by itself.
        var order = Enumerable.Range(0, count).OrderBy(i => terms[i].Id).ToArray();
        return new StoryVectors
        {
            All = VectorOf(weights, _ => true),
            Words = VectorOf(weights, i => !isName[i] && !terms[i].IsNumber),
            Names = VectorOf(weights, i => isName[i]),
            Numbers = VectorOf(weights, i => terms[i].IsNumber),
            Lead = VectorOf([.. inLead.Select((times, i) => times == 0 ? 0 : Weight(times, idf[i]))], i => inLead[i] > 0),
            LeadNames = VectorOf([.. inLead.Select((times, i) => times == 0 ? 0 : Weight(times, idf[i]))], i => inLead[i] > 0 && isName[i]),
            Pairs = PairsOf(words, idf),
            RareTerms = [.. order.Where(i => idf[i] >= Rare).Select(i => terms[i].Id)],
        };

        SparseVector VectorOf(double[] values, Func<int, bool> filter)
        {
            var kept = order.Where(i => values[i] > 0 && filter(i)).ToArray();
            return SparseVector.Of([.. kept.Select(i => terms[i].Id)], [.. kept.Select(i => values[i])]);
        }
    }

    private static SparseVector PairsOf(StoryWords words, double[] idf)
    {
        var pairs = new Dictionary<ulong, double>();
        var sequence = words.Sequence;
        for (var i = 0; i + 1 < sequence.Length; i++)
            pairs[(words.Terms[sequence[i]].Id * 31) ^ words.Terms[sequence[i + 1]].Id] = idf[sequence[i]] + idf[sequence[i + 1]];
        ulong[] dimensions = [.. pairs.Keys];
        double[] weights = [.. pairs.Values];
        Array.Sort(dimensions, weights);
        return SparseVector.Of(dimensions, weights);
    }

    private static double Weight(int count, double idf) => (1 + Math.Log(count)) * idf;
}
