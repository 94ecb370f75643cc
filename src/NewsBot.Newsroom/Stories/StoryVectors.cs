using System.Buffers;

namespace NewsBot.Newsroom.Stories;

/// <summary>Represents one text as vectors, each of a different aspect. Immutable.</summary>
internal sealed class StoryVectors
{
    /// <summary>A term with at least this inverse document frequency is rare: about one article in twenty-five contains it.</summary>
    private const double Rare = 3.2;

    /// <summary>Gets the vector of all words.</summary>
    public required SparseVector All { get; init; }

    /// <summary>Gets the vector of words other than names and numbers.</summary>
    public required SparseVector Words { get; init; }

    /// <summary>Gets the vector of names.</summary>
    public required SparseVector Names { get; init; }

    /// <summary>Gets the vector of numbers.</summary>
    public required SparseVector Numbers { get; init; }

    /// <summary>Gets the vector of all words of the lead.</summary>
    public required SparseVector Lead { get; init; }

    /// <summary>Gets the vector of the names in the lead.</summary>
    public required SparseVector LeadNames { get; init; }

    /// <summary>Gets the vector of pairs of neighbouring words.</summary>
    public required SparseVector Pairs { get; init; }

    /// <summary>Gets the dimensions of the rare terms, in ascending order.</summary>
    public required ulong[] RareTerms { get; init; }

    /// <summary>Computes the vectors of a text.</summary>
    public static StoryVectors Of(StoryWords words, TermStatistics statistics)
    {
        var terms = words.Terms;
        var count = terms.Length;
        var (idf, weights, leadWeights, isName) = (new double[count], new double[count], new double[count], new bool[count]);
        for (var i = 0; i < count; i++)
        {
            idf[i] = Math.Max(0, statistics.Idf(terms[i].Id));
            weights[i] = Weight(terms[i].Count, idf[i]);
            isName[i] = statistics.IsName(terms[i]);
        }

        foreach (var term in words.Lead)
            leadWeights[term]++;
        for (var i = 0; i < count; i++)
            leadWeights[i] = leadWeights[i] > 0 ? Weight(leadWeights[i], idf[i]) : 0;
        // One order for all vectors, so that none needs sorting by itself.
        var (ids, order) = (new ulong[count], new int[count]);
        for (var i = 0; i < count; i++)
            (ids[i], order[i]) = (terms[i].Id, i);
        Array.Sort(ids, order);
        var scratch = new double[Math.Max(count, words.Sequence.Length)];
        return new StoryVectors
        {
            All = VectorOf(weights, _ => true),
            Words = VectorOf(weights, i => !isName[i] && !terms[i].IsNumber),
            Names = VectorOf(weights, i => isName[i]),
            Numbers = VectorOf(weights, i => terms[i].IsNumber),
            Lead = VectorOf(leadWeights, _ => true),
            LeadNames = VectorOf(leadWeights, i => isName[i]),
            Pairs = PairsOf(words, idf, scratch),
            RareTerms = [.. order.Where(i => idf[i] >= Rare).Select(i => terms[i].Id)],
        };

        SparseVector VectorOf(double[] values, Func<int, bool> filter)
        {
            var kept = 0;
            foreach (var i in order)
            {
                if (values[i] > 0 && filter(i))
                    kept++;
            }

            var dimensions = new ulong[kept];
            kept = 0;
            foreach (var i in order)
            {
                if (values[i] > 0 && filter(i))
                    (dimensions[kept], scratch[kept++]) = (terms[i].Id, values[i]);
            }

            return SparseVector.Of(dimensions, scratch.AsSpan(0, kept));
        }
    }

    private static SparseVector PairsOf(StoryWords words, double[] idf, double[] scratch)
    {
        var terms = words.Terms;
        var sequence = words.Sequence;
        if (sequence.Length < 2)
            return SparseVector.Empty;
        var all = ArrayPool<ulong>.Shared.Rent(sequence.Length);
        for (var i = 0; i + 1 < sequence.Length; i++)
            (all[i], scratch[i]) = ((terms[sequence[i]].Id * 31) ^ terms[sequence[i + 1]].Id, idf[sequence[i]] + idf[sequence[i + 1]]);
        Array.Sort(all, scratch, 0, sequence.Length - 1);
        // A pair that occurs more than once has one weight.
        var kept = 1;
        for (var i = 1; i + 1 < sequence.Length; i++)
        {
            if (all[i] != all[kept - 1])
                (all[kept], scratch[kept++]) = (all[i], scratch[i]);
        }

        var vector = SparseVector.Of(all.AsSpan(0, kept).ToArray(), scratch.AsSpan(0, kept));
        ArrayPool<ulong>.Shared.Return(all);
        return vector;
    }

    private static double Weight(double count, double idf) => (1 + Math.Log(count)) * idf;
}
