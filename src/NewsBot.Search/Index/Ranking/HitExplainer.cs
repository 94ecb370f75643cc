using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Takes the score of a hit apart for people.</summary>
internal static class HitExplainer
{
    /// <summary>The parts of a ranked passage's score.</summary>
    public static PassageExplanation Explain(RankedPassage ranked, PlannedSearch search) => new()
    {
        Hit = new PassageHit(ranked.Candidate.Key, ranked.Candidate.Number, ranked.Score),
        Terms = [.. search.Terms.Select(term => Explain(term, ranked.Candidate, search))],
        Signs = ranked.IsTail
            ? [KeyValuePair.Create("beyond the depth of ranking", ranked.Tail - ranked.Terms)]
            :
            [
                KeyValuePair.Create("proximity", ranked.Proximity),
                KeyValuePair.Create("lead", ranked.Lead),
                KeyValuePair.Create("article", ranked.Article),
                KeyValuePair.Create("headline", ranked.Headline),
                KeyValuePair.Create("recency", ranked.Recency),
                KeyValuePair.Create("feedback", ranked.Feedback),
            ],
    };

    private static TermExplanation Explain(WeightedTerm term, in Candidate candidate, PlannedSearch search)
    {
        var segment = search.Views[candidate.View].Segment;
        var number = term.Numbers[candidate.View];
        var inBody = Count(segment.BodyTokens(candidate.Passage), number);
        var inHeadline = Count(segment.HeadlineTokens(segment.PassageDocuments[candidate.Passage]), number);
        var frequency = new PassageLengths(segment, search.Lengths).Frequency(candidate.Passage, (uint)inBody, (uint)inHeadline);
        return new TermExplanation(
            term.Term, term.IsVariant, search.Find(term.Term).Passages, term.Weight, search.BoundOf(term, candidate.View), inBody, inHeadline, search.ScorerOf(term).Score(frequency) / search.Scale);
    }

    private static int Count(TokenStream tokens, int number)
    {
        var count = 0;
        while (tokens.MoveNext())
            count += tokens.Term == number && count < byte.MaxValue ? 1 : 0;
        return count;
    }
}
