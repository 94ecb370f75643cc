namespace NewsBot.Search.Index.Segments;

/// <summary>
/// Sorts the terms of passages into postings in linear time: count all, allocate, then add all in the same order. Passages must ascend.
/// </summary>
internal sealed class PostingLayout(int termCount)
{
    private const byte Most = byte.MaxValue;

    private readonly int[] firsts = new int[termCount + 1];
    private readonly int[] next = new int[termCount];

    /// <summary>Gets the passages, by posting; ascending within a term.</summary>
    public int[] Passages { get; private set; } = [];

    /// <summary>Gets how often the body has the term, by posting; capped at 255, since BM25 makes no difference beyond.</summary>
    public byte[] InBodies { get; private set; } = [];

    /// <summary>Gets how often the headline has the term, by posting; capped at 255 as well.</summary>
    public byte[] InHeadlines { get; private set; } = [];

    /// <summary>Returns the first posting of a term; for one past the last term, the number of postings.</summary>
    public int FirstOf(int term) => firsts[term];

    /// <summary>Counts a term in a passage.</summary>
    public void Count(int term, int passage, bool isInHeadline)
    {
        // Until the postings have places, this contains the last passage of each term, plus one.
        if (next[term] == passage + 1)
            return;
        next[term] = passage + 1;
        firsts[term + 1]++;
    }

    /// <summary>Makes room for everything counted.</summary>
    public void Allocate()
    {
        for (var term = 0; term < termCount; term++)
        {
            next[term] = firsts[term];
            firsts[term + 1] += firsts[term];
        }

        Passages = new int[firsts[^1]];
        InBodies = new byte[firsts[^1]];
        InHeadlines = new byte[firsts[^1]];
    }

    /// <summary>Adds a counted term in a passage.</summary>
    public void Add(int term, int passage, bool isInHeadline)
    {
        var at = next[term];
        if (at == firsts[term] || Passages[at - 1] != passage)
            Passages[next[term]++] = passage;
        else
            at--;
        var frequencies = isInHeadline ? InHeadlines : InBodies;
        if (frequencies[at] < Most)
            frequencies[at]++;
    }
}
