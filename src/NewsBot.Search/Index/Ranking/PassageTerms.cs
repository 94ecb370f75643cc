using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>The query's terms in one text: how often, and how close together. Reused from text to text; not thread-safe.</summary>
internal sealed class PassageTerms
{
    // Metzler and Croft's unordered windows are eight words for two terms ("A Markov random field model for term dependencies", SIGIR 2005).
    private const int Window = 8;

    private readonly IReadOnlyList<WeightedTerm> terms;
    private readonly int[] next;
    private readonly bool[] isPaired;
    private readonly bool[] isNear;

    /// <summary>For the terms of a query, in the order of its text.</summary>
    public PassageTerms(IReadOnlyList<WeightedTerm> terms)
    {
        this.terms = terms;
        Frequencies = new int[terms.Count];
        isPaired = new bool[terms.Count];
        isNear = new bool[terms.Count];
        next = new int[terms.Count];
        Array.Fill(next, TermSlots.None);
        for (var i = 0; i + 1 < next.Length; i++)
        {
            if (!terms[i].IsVariant && !terms[i + 1].IsVariant)
                next[i] = i + 1;
        }
    }

    /// <summary>How often the text has each term.</summary>
    public int[] Frequencies { get; }

    /// <summary>Weights of the terms that are followed by the query's next term, each by the commoner of the two.</summary>
    public double Pairs { get; private set; }

    /// <summary>Weights of the terms that stand near another one.</summary>
    public double Nearness { get; private set; }

    /// <summary>Reads a text.</summary>
    public void Read(TokenStream tokens, TermSlots table)
    {
        Array.Clear(Frequencies);
        Array.Clear(isPaired);
        Array.Clear(isNear);
        (Pairs, Nearness) = (0, 0);
        var (last, lastPosition) = (TermSlots.None, 0);
        for (var position = 0; tokens.MoveNext(); position++)
        {
            var slot = table.Find(tokens.Term);
            if (slot < 0)
                continue;
            Frequencies[slot]++;
            if (last >= 0 && last != slot && position - lastPosition <= Window)
                Meet(last, slot, position - lastPosition);
            (last, lastPosition) = (slot, position);
        }
    }

    private void Meet(int first, int second, int distance)
    {
        if (distance == 1 && next[first] == second && !isPaired[first])
        {
            isPaired[first] = true;
            Pairs += Math.Min(terms[first].Weight, terms[second].Weight);
        }

        Add(first);
        Add(second);

        void Add(int term)
        {
            if (!isNear[term])
                Nearness += terms[term].Weight;
            isNear[term] = true;
        }
    }
}
