using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>
/// Provides the frequencies of the query's terms in the articles of some candidates. Read from the postings, which is cheaper than
/// reading articles.
/// </summary>
internal sealed class ArticleTerms
{
    // View in the high half, document in the low half; sorted.
    private readonly List<long> articles;
    private readonly int termCount;
    private readonly int[] frequencies;
    private readonly bool[] inHeadlines;

    /// <summary>Reads the terms of the articles.</summary>
    public ArticleTerms(PlannedSearch search, ReadOnlySpan<Candidate> candidates)
    {
        termCount = search.Terms.Count;
        var all = new long[candidates.Length];
        for (var i = 0; i < all.Length; i++)
            all[i] = KeyOf(candidates[i].View, search.Views[candidates[i].View].Segment.PassageDocuments[candidates[i].Passage]);
        Array.Sort(all);
        articles = new List<long>(all.Length);
        foreach (var key in all)
        {
            if (articles.Count == 0 || articles[^1] != key)
                articles.Add(key);
        }

        frequencies = new int[articles.Count * termCount];
        inHeadlines = new bool[articles.Count * termCount];
        var cursor = new PostingCursor();
        for (var first = 0; first < articles.Count; )
        {
            var view = (int)(articles[first] >> 32);
            var end = first;
            while (end < articles.Count && articles[end] >> 32 == view)
                end++;
            for (var term = 0; term < termCount; term++)
                Read(search, term, view, first, end, cursor);
            first = end;
        }
    }

    /// <summary>Returns the article's place in the arrays.</summary>
    public int SlotOf(int view, int document) => articles.BinarySearch(KeyOf(view, document));

    /// <summary>Gets the number of articles.</summary>
    public int Count => articles.Count;

    /// <summary>Returns how often the article's body has a term.</summary>
    public int FrequencyOf(int slot, int term) => frequencies[(slot * termCount) + term];

    /// <summary>Determines whether the headline has a term.</summary>
    public bool IsInHeadline(int slot, int term) => inHeadlines[(slot * termCount) + term];

    private static long KeyOf(int view, int document) => ((long)view << 32) | (uint)document;

    private void Read(PlannedSearch search, int term, int view, int first, int end, PostingCursor cursor)
    {
        var number = search.Terms[term].Numbers[view];
        if (number == TermDictionary.Unknown)
            return;
        var segment = search.Views[view].Segment;
        cursor.Start(segment.Part(SegmentSection.Postings), segment.Terms[number]);
        var firsts = segment.FirstPassages;
        var block = 0;
        for (var slot = first; slot < end; slot++)
        {
            var document = (int)articles[slot];
            var (start, stop) = (firsts[document], firsts[document + 1]);
            block = cursor.BlockFrom(block, start);
            if (block == cursor.BlockCount)
                break;
            Add(cursor, ref block, start, stop, (slot * termCount) + term);
        }

        cursor.Stop();
    }

    private void Add(PostingCursor cursor, ref int block, int start, int stop, int at)
    {
        for (; ; block++)
        {
            cursor.Load(block);
            var found = cursor.Passages;
            var i = FirstFrom(found, start);
            if (i < found.Length && found[i] < stop)
            {
                cursor.LoadFrequencies();
                for (; i < found.Length && found[i] < stop; i++)
                {
                    frequencies[at] += (int)cursor.InBodies[i];
                    inHeadlines[at] |= cursor.HasHeadlines && cursor.InHeadlines[i] > 0;
                }
            }

            if (cursor.LastOf(block) >= stop - 1 || block + 1 == cursor.BlockCount)
                return;
        }
    }

    private static int FirstFrom(ReadOnlySpan<int> passages, int start)
    {
        var (low, high) = (0, passages.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (passages[middle] < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
