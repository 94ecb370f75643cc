using NewsBot.Search.Index.Querying;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Finds pairs of the query's neighbouring terms in texts. Reused from text to text; not thread-safe.</summary>
/// <remarks>
/// Metzler and Croft's ordered pairs ("A Markov random field model for term dependencies", SIGIR 2005), each counted once.
/// </remarks>
internal sealed class QueryPairs
{
    private readonly WeightedTerm[] terms;
    private readonly bool[] isPaired;

    /// <summary>Creates the pairs for the terms of a query, in the order of its text.</summary>
    public QueryPairs(WeightedTerm[] terms)
    {
        this.terms = terms;
        isPaired = new bool[terms.Length];
    }

    /// <summary>
    /// Returns the sum of the weights of the pairs in a text: terms followed by the query's next term, each with the weight of the more
    /// common one.
    /// </summary>
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
