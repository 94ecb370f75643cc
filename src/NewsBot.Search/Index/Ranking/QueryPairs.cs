using NewsBot.Search.Index.Querying;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Finds the query's neighbouring terms in texts. Reused from text to text; not thread-safe.</summary>
/// <remarks>Metzler and Croft's ordered pairs ("A Markov random field model for term dependencies", SIGIR 2005), each counted once.</remarks>
internal sealed class QueryPairs
{
    private readonly WeightedTerm[] terms;
    private readonly bool[] isPaired;

    /// <summary>For the terms of a query, in the order of its text.</summary>
    public QueryPairs(WeightedTerm[] terms)
    {
        this.terms = terms;
        isPaired = new bool[terms.Length];
    }

    /// <summary>Weights of the terms that are followed by the query's next term, each by the commoner of the two.</summary>
    public double PairsIn(ReadOnlySpan<int> text, TermSlots table)
    {
        Array.Clear(isPaired);
        var last = TermSlots.None;
        var pairs = 0.0;
        foreach (var term in text)
        {
            var slot = table.Find(term);
            if (slot > 0 && slot == last + 1 && !isPaired[last] && !terms[slot].IsVariant)
            {
                isPaired[last] = true;
                pairs += Math.Min(terms[last].Weight, terms[slot].Weight);
            }

            last = slot;
        }

        return pairs;
    }
}
