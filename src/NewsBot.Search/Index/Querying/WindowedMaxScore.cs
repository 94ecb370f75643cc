namespace NewsBot.Search.Index.Querying;

/// <summary>
/// Finds the passages of a segment with the highest sums of term scores, without scoring those that cannot be among them. Exact.
/// </summary>
/// <remarks>
/// MaxScore (Turtle, Flood, "Query evaluation: strategies and optimizations", 1995) with bounds by block (Ding, Suel, "Faster top-k
/// document retrieval using block-max indexes", SIGIR 2011), window by window: in each, the terms whose bounds together stay below the
/// threshold only add to passages that another term brought in. Windows keep the sums in the first-level cache. Reused; not thread-safe.
/// </remarks>
internal sealed class WindowedMaxScore
{
    /// <summary>Specifies the number of passages in a window.</summary>
    public const int WindowPassages = 4096;

    // Looking up a passage in a list takes as long as scoring this many postings in a row.
    private const int ProbeCost = 20;

    private readonly int[] sums = new int[WindowPassages];
    private readonly int[] candidates = new int[WindowPassages];
    private readonly List<TermCursor> cursors = [];
    private int[] bounds = [];
    private TermCursor[] order = [];

    /// <summary>Adds the best passages of a view to the candidates.</summary>
    /// <param name="search">The terms and filters.</param>
    /// <param name="view">The position of the view.</param>
    /// <param name="best">Receives the candidates and gives the score that they need.</param>
    /// <param name="skips">False: scores every passage that has a term, for comparison.</param>
    public void Search(PlannedSearch search, int view, BestCandidates best, bool skips = true)
    {
        var count = search.Start(view, cursors);
        if (count == 0)
            return;
        if (bounds.Length < count)
            (bounds, order) = (new int[count * 2], new TermCursor[count * 2]);

        var segment = search.Views[view].Segment;
        var lengths = new PassageLengths(segment, search.Lengths);
        var filter = new PassageFilter(search, view, best);
        for (var start = 0; start < segment.PassageCount; start += WindowPassages)
        {
            var end = Math.Min(start + WindowPassages, segment.PassageCount);
            var present = EnterWindow(start, end, count);
            var optional = skips ? CountOptional(present, best.Threshold) : 0;
            if (optional == present)
                continue;
            for (var i = optional; i < present; i++)
                order[i].AddScores(start, end, lengths, sums);
            Collect(start, end, optional, lengths, filter, best);
        }

        for (var i = 0; i < count; i++)
            cursors[i].Stop();
    }

    // Orders the terms in the window by their bounds, lowest first, and returns their number.
    private int EnterWindow(int start, int end, int count)
    {
        var present = 0;
        for (var i = 0; i < count; i++)
        {
            var cursor = cursors[i];
            cursor.EnterWindow(start, end);
            if (cursor.WindowBound == 0)
                continue;
            var at = present++;
            for (; at > 0 && order[at - 1].WindowBound > cursor.WindowBound; at--)
                order[at] = order[at - 1];
            order[at] = cursor;
        }

        return present;
    }

    // Sets bounds[i] to the most that the first i + 1 terms can add up to; returns how many of the first cannot reach the threshold on
    // their own.
    private int CountOptional(int present, int threshold)
    {
        var (sum, optional) = (0, 0);
        for (var i = 0; i < present; i++)
        {
            bounds[i] = sum += order[i].WindowBound;
            if (sum < threshold)
                optional = i + 1;
        }

        return optional;
    }

    // Adds the optional terms, best first, while there are passages that they could lift above the threshold.
    private void Collect(int start, int end, int optional, in PassageLengths lengths, in PassageFilter filter, BestCandidates best)
    {
        var count = WindowSums.Take(sums.AsSpan(0, end - start), best.Threshold - BoundBelow(optional), candidates);
        for (var i = optional - 1; i >= 0 && count > 0; i--)
        {
            if (count * ProbeCost > order[i].PostingsInWindow)
            {
                order[i].AddScores(start, end, lengths, sums);
            }
            else
            {
                for (var candidate = 0; candidate < count; candidate++)
                    sums[candidates[candidate]] += order[i].ScoreAt(start + candidates[candidate], lengths);
            }

            count = KeepAbove(best.Threshold - BoundBelow(i), count);
        }

        for (var candidate = 0; candidate < count; candidate++)
        {
            var score = sums[candidates[candidate]];
            if (score >= best.Threshold)
                filter.Offer(start + candidates[candidate], score);
        }

        sums.AsSpan(0, end - start).Clear();
    }

    // Returns the most that the terms before this one can add up to.
    private int BoundBelow(int term) => term == 0 ? 0 : bounds[term - 1];

    private int KeepAbove(int score, int count)
    {
        var kept = 0;
        for (var candidate = 0; candidate < count; candidate++)
        {
            candidates[kept] = candidates[candidate];
            kept += sums[candidates[candidate]] >= score ? 1 : 0;
        }

        return kept;
    }
}
