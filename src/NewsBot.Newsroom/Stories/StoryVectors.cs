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

    /// <summary>Dimensions of the terms that say most about the text, the strongest first.</summary>
    public required ulong[] Strongest { get; init; }

    public static StoryVectors Of(StoryWords words, TermStatistics statistics)
    {
        const int strongest = 12;
        var terms = words.Terms.Select(term => (Term: term, Dimension: DimensionOf(term.Text), Idf: statistics.Idf(term.Text), IsName: statistics.IsName(term))).ToArray();
        var known = terms.ToDictionary(term => term.Term.Text, StringComparer.Ordinal);
        var lead = words.Lead.GroupBy(word => word.Term, StringComparer.Ordinal).Select(group => (Term: known[group.Key], Count: group.Count())).ToArray();
        var all = terms.Select(term => (term.Dimension, Weight: Weight(term.Term.Count, term.Idf))).ToArray();
        return new StoryVectors
        {
            All = SparseVector.Of(all),
            Words = SparseVector.Of(terms.Where(term => !term.IsName && !term.Term.IsNumber).Select(term => (term.Dimension, Weight(term.Term.Count, term.Idf)))),
            Names = SparseVector.Of(terms.Where(term => term.IsName).Select(term => (term.Dimension, Weight(term.Term.Count, term.Idf)))),
            Numbers = SparseVector.Of(terms.Where(term => term.Term.IsNumber).Select(term => (term.Dimension, Weight(term.Term.Count, term.Idf)))),
            Lead = SparseVector.Of(lead.Select(entry => (entry.Term.Dimension, Weight(entry.Count, entry.Term.Idf)))),
            LeadNames = SparseVector.Of(lead.Where(entry => entry.Term.IsName).Select(entry => (entry.Term.Dimension, Weight(entry.Count, entry.Term.Idf)))),
            Pairs = SparseVector.Of(words.Sequence.Zip(words.Sequence.Skip(1), (one, next) => (One: known[one.Term], Next: known[next.Term]))
                .DistinctBy(pair => (pair.One.Dimension, pair.Next.Dimension))
                .Select(pair => (pair.One.Dimension * 31 ^ pair.Next.Dimension, Math.Max(0, pair.One.Idf) + Math.Max(0, pair.Next.Idf)))),
            RareTerms = [.. terms.Where(term => term.Idf >= Rare).Select(term => term.Dimension).Order()],
            Strongest = [.. all.OrderByDescending(term => term.Weight).ThenBy(term => term.Dimension).Take(strongest).Select(term => term.Dimension)],
        };
    }

    /// <summary>A term's number, the same in every process and in every order of articles.</summary>
    public static ulong DimensionOf(string term) => StableHash.Of(term);

    private static double Weight(int count, double idf) => (1 + Math.Log(count)) * idf;
}
