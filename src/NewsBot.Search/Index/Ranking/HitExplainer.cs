using System.Text.Json;
using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Breaks down the score of a hit for people.</summary>
internal static class HitExplainer
{
    private const double Rounding = 1e-9;

    /// <summary>Returns the parts of a ranked passage's score.</summary>
    public static PassageExplanation Explain(RankedPassage ranked, PlannedSearch search, PassageRanking? ranking)
    {
        var terms = search.Terms.Select(term => Explain(term, ranked.Candidate, search)).ToList();
        var signs = new List<KeyValuePair<string, double>>();
        if (ranked.Signs.Length > 0 && ranking is not null)
            signs.AddRange(
                Enum.GetValues<Sign>()
                    .Select(sign => KeyValuePair.Create(Name(sign), ranking.WorthOf(ranked, sign)))
                    .Where(sign => sign.Value != 0)
            );

        // Rounding, or a passage below those that were ranked again.
        var rest = ranked.Score - terms.Sum(term => term.Score) - signs.Sum(sign => sign.Value);
        if (Math.Abs(rest) > Rounding)
            signs.Add(KeyValuePair.Create("not ranked by signs", rest));
        return new PassageExplanation
        {
            Hit = new PassageHit(ranked.Candidate.Key, ranked.Candidate.Number, ranked.Score),
            Terms = terms,
            Signs = signs,
        };
    }

    private static string Name(Sign sign) => JsonNamingPolicy.SnakeCaseLower.ConvertName(sign.ToString()).Replace('_', ' ');

    private static TermExplanation Explain(WeightedTerm term, in Candidate candidate, PlannedSearch search)
    {
        var segment = search.Views[candidate.View].Segment;
        var number = term.Numbers[candidate.View];
        var inBody = Count(segment.BodyTokens(candidate.Passage), number);
        var inHeadline = Count(segment.HeadlineTokens(segment.PassageDocuments[candidate.Passage]), number);
        var frequency = new PassageLengths(segment, search.Lengths).Frequency(candidate.Passage, (uint)inBody, (uint)inHeadline);
        return new TermExplanation(
            term.Term,
            term.IsVariant,
            search.Find(term.Term).Passages,
            term.Weight,
            search.BoundOf(term, candidate.View),
            inBody,
            inHeadline,
            search.ScorerOf(term).Score(frequency) / search.Scale
        );
    }

    private static int Count(TokenStream tokens, int number)
    {
        var count = 0;
        while (tokens.MoveNext())
            count += tokens.Term == number && count < byte.MaxValue ? 1 : 0;
        return count;
    }
}
