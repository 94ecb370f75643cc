using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Querying;

/// <summary>Searches with required terms: reads only passages that have the rarest of them. Exact. Reused; not thread-safe.</summary>
internal sealed class RequiredFirst
{
    private readonly PostingCursor driver = new();
    private readonly List<TermCursor> cursors = [];

    /// <summary>Adds the best passages of a view to the candidates.</summary>
    public void Search(PlannedSearch search, int view, BestCandidates best)
    {
        var segment = search.Views[view].Segment;
        var rarest = default(TermLine);
        foreach (var term in search.Read.Required.SelectMany(clause => clause.Terms))
        {
            var number = segment.Dictionary.Find(term);
            if (number == TermDictionary.Unknown)
                return;
            if (rarest == default || segment.Terms[number].Passages < rarest.Passages)
                rarest = segment.Terms[number];
        }

        var count = search.Start(view, cursors);
        var lengths = new PassageLengths(segment, search.Lengths);
        var filter = new PassageFilter(search, view, best);
        driver.Start(segment.Part(SegmentSection.Postings), rarest);
        for (var block = 0; block < driver.BlockCount; block++)
        {
            driver.Load(block);
            foreach (var passage in driver.Passages)
            {
                var score = 0;
                for (var i = 0; i < count; i++)
                    score += cursors[i].ScoreAt(passage, lengths);
                if (score >= best.Threshold)
                    filter.Offer(passage, score);
            }
        }

        driver.Stop();
        for (var i = 0; i < count; i++)
            cursors[i].Stop();
    }
}
