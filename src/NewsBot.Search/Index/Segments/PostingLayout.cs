namespace NewsBot.Search.Index.Segments;

/// <summary>
/// Sorts terms of passages into postings in linear time: count all, allocate, then add all in the same order. Passages rise.
/// </summary>
internal sealed class PostingLayout(int termCount)
{
    private const byte Most = byte.MaxValue;

    private readonly int[] firsts = new int[termCount + 1];
    private readonly int[] next = new int[termCount];

    /// <summary>Passage, by posting; rising within a term.</summary>
    public int[] Passages { get; private set; } = [];

    /// <summary>How often the body has the term, by posting; 255 stands for all above, too: BM25 tells nothing apart beyond.</summary>
    public byte[] InBodies { get; private set; } = [];

    /// <summary>How often the headline has the term, by posting; 255 stands for all above, too.</summary>
    public byte[] InHeadlines { get; private set; } = [];

    /// <summary>The first posting of a term; of one past the last term: the number of postings.</summary>
    public int FirstOf(int term) => firsts[term];

    /// <summary>Announces a term in a passage.</summary>
    public void Count(int term, int passage, bool isInHeadline)
    {
        // Until the postings have places, the last passage of each term stands here, plus one.
        if (next[term] == passage + 1)
            return;
        next[term] = passage + 1;
        firsts[term + 1]++;
    }

    /// <summary>Makes room for all that was announced.</summary>
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

    /// <summary>Adds a term in a passage that was announced.</summary>
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
