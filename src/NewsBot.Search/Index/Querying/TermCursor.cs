using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Querying;

/// <summary>Reads the postings of one query term in one segment. Reused; not thread-safe.</summary>
internal sealed class TermCursor
{
    private readonly PostingCursor postings = new();
    private readonly float[] frequencies = new float[BitPacking.BlockSize];
    private readonly int[] scores = new int[BitPacking.BlockSize];
    private TermScorer scorer;
    private double boundFactor;
    private int block;
    private int boundBlock;
    private int boundScore;
    private int scoredBlock;

    /// <summary>Gets the most that a passage of the window can get from this term; 0 when the term is not in the window.</summary>
    public int WindowBound { get; private set; }

    /// <summary>Gets the maximum number of postings in the window.</summary>
    public int PostingsInWindow { get; private set; }

    /// <summary>Starts a term in a segment.</summary>
    /// <param name="section">The segment's postings.</param>
    /// <param name="line">The term.</param>
    /// <param name="termScorer">The scorer of the term.</param>
    /// <param name="factor">
    /// The factor by which length-weighted frequencies may exceed the stored bounds; infinite when the bounds do not apply.
    /// </param>
    public void Start(ReadOnlyMemory<byte> section, TermLine line, TermScorer termScorer, double factor)
    {
        postings.Start(section, line);
        (scorer, boundFactor) = (termScorer, factor);
        (block, boundBlock, scoredBlock) = (0, -1, -1);
    }

    /// <summary>Releases the segment's memory.</summary>
    public void Stop() => postings.Stop();

    /// <summary>Moves to a window and sets <see cref="WindowBound"/>. Windows must ascend.</summary>
    public void EnterWindow(int start, int end)
    {
        block = postings.BlockFrom(block, start);
        WindowBound = 0;
        PostingsInWindow = 0;
        if (block == postings.BlockCount || (postings.LastOf(block) >= end && FirstFrom(start) >= end))
            return;
        for (var b = block; b < postings.BlockCount; b++)
        {
            WindowBound = Math.Max(WindowBound, BoundOf(b));
            PostingsInWindow += BitPacking.BlockSize;
            if (postings.LastOf(b) >= end - 1)
                break;
        }
    }

    /// <summary>Adds the term's scores to those of the passages in a window.</summary>
    /// <param name="start">The window's first passage.</param>
    /// <param name="end">One past its last passage.</param>
    /// <param name="lengths">The segment's lengths.</param>
    /// <param name="sums">The sums, by passage of the window.</param>
    public void AddScores(int start, int end, in PassageLengths lengths, Span<int> sums)
    {
        for (var b = block; b < postings.BlockCount; b++)
        {
            Score(b, lengths);
            var passages = postings.Passages;
            var first = passages[0] >= start ? 0 : IndexFrom(passages, 0, start);
            passages = passages[first..(passages[^1] < end ? passages.Length : IndexFrom(passages, first, end))];
            var added = scores.AsSpan(first, passages.Length);
            for (var i = 0; i < passages.Length; i++)
                sums[passages[i] - start] += added[i];

            if (postings.LastOf(b) >= end - 1)
                break;
        }
    }

    /// <summary>Returns the term's score in one passage; 0 when it is not there. Passages must ascend from call to call.</summary>
    public int ScoreAt(int passage, in PassageLengths lengths)
    {
        block = postings.BlockFrom(block, passage);
        if (block == postings.BlockCount)
            return 0;
        postings.Load(block);
        var passages = postings.Passages;
        var at = IndexFrom(passages, 0, passage);
        if (at == passages.Length || passages[at] != passage)
            return 0;
        if (scoredBlock == block)
            return scores[at];
        postings.LoadFrequencies();
        return scorer.Score(lengths.Frequency(passage, postings.InBodies[at], postings.InHeadlines[at]));
    }

    private static int IndexFrom(ReadOnlySpan<int> passages, int low, int passage)
    {
        var high = passages.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (passages[middle] < passage)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // A block that spans many windows is worth reading to see in which of them it has postings.
    private int FirstFrom(int start)
    {
        postings.Load(block);
        var passages = postings.Passages;
        var at = IndexFrom(passages, 0, start);
        return at == passages.Length ? PostingCursor.End : passages[at];
    }

    private int BoundOf(int b)
    {
        if (boundBlock == b)
            return boundScore;
        var bound = postings.BoundOf(b);
        boundBlock = b;
        boundScore = scorer.BoundFor(
            bound == PostingsWriter.Unbounded ? float.PositiveInfinity : (float)(bound / PostingsWriter.BoundUnits * boundFactor)
        );
        return boundScore;
    }

    private void Score(int b, in PassageLengths lengths)
    {
        postings.Load(b);
        if (scoredBlock == b)
            return;
        scoredBlock = b;
        postings.LoadFrequencies();
        var target = frequencies.AsSpan(0, postings.InBlock);
        lengths.Frequencies(postings.Passages, postings.InBodies, postings.HasHeadlines ? postings.InHeadlines : default, target);
        scorer.Score(target, scores);
    }
}
