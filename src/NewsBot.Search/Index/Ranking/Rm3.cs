using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>
/// Provides pseudo-relevance feedback: what the first passages say besides the query's words shows what the question is about.
/// </summary>
/// <remarks>
/// Relevance model 3: Abdul-Jaleel et al., "UMass at TREC 2004". Ranks the candidates again rather than searching again, which costs a
/// tenth and finds nearly as much. Terms are chosen and weighted by probability times inverse document frequency.
/// </remarks>
internal static class Rm3
{
    private const int Passages = 10;
    private const int Terms = 40;

    // How much more weight the first passages have than later ones.
    private const double Sharpness = 4;

    private const double DateFactor = 2;

    /// <summary>Returns the terms that the best candidates have in common; their weights add up to 1.</summary>
    /// <param name="ranked">The candidates.</param>
    /// <param name="search">The search.</param>
    /// <param name="texts">The candidates' texts.</param>
    /// <param name="worthOfDate">
    /// Returns what a candidate's date adds to its score. The other signals are not used: they favour articles that are much alike.
    /// </param>
    public static List<FeedbackTerm> TermsFrom(
        List<RankedPassage> ranked,
        PlannedSearch search,
        ReadTexts texts,
        Func<RankedPassage, double> worthOfDate
    )
    {
        var first = ranked
            .Select(passage => (Passage: passage, passage.Candidate, Score: passage.Terms + (DateFactor * worthOfDate(passage))))
            .OrderByDescending(passage => passage.Score)
            .ThenBy(passage => passage.Candidate.Key)
            .ThenBy(passage => passage.Candidate.Number)
            .Take(Passages)
            .ToList();
        var counts = new FeedbackCounts(search, first.TrueForAll(passage => passage.Candidate.View == first[0].Candidate.View));
        for (var i = 0; i < first.Count; i++)
        {
            var (passage, candidate, score) = first[i];
            var segment = search.Views[candidate.View].Segment;
            var length =
                LengthCode.Decode(segment.BodyLengths[candidate.Passage]) + LengthCode.Decode(segment.HeadlineLengths[candidate.Passage]);
            var worth = Math.Pow(score / first[0].Score, Sharpness) / length;
            counts.Add(candidate.View, texts[passage.Body], worth, i);
            counts.Add(candidate.View, texts[passage.Headline], worth, i);
        }

        var weighed = counts.Weighed(Math.Min(2, first.Count));
        if (weighed.Count > Terms)
            weighed.RemoveRange(Terms, weighed.Count - Terms);
        var sum = weighed.Sum(term => term.Weight);
        return weighed.ConvertAll(term => term with { Weight = term.Weight / sum });
    }

    /// <summary>Returns the numbers of the terms in a view.</summary>
    public static TermSlots SlotsOf(List<FeedbackTerm> terms, int view)
    {
        var slots = new TermSlots();
        for (var term = 0; term < terms.Count; term++)
        {
            if (terms[term].Numbers[view] != TermDictionary.Unknown)
                slots.Add(terms[term].Numbers[view], term);
        }

        return slots;
    }

    /// <summary>Returns how much of the terms a passage and its headline have, 0 to 1.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="search">The search.</param>
    /// <param name="texts">The candidates' texts.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="slots">The numbers of the terms in the passage's view.</param>
    /// <param name="frequencies">Working memory, as long as <paramref name="terms"/>.</param>
    public static double Score(
        RankedPassage passage,
        PlannedSearch search,
        ReadTexts texts,
        List<FeedbackTerm> terms,
        TermSlots slots,
        float[] frequencies
    )
    {
        const double Saturation = 1.2;
        var number = passage.Candidate.Passage;
        var segment = search.Views[passage.Candidate.View].Segment;
        Array.Clear(frequencies);
        Count(texts[passage.Body], slots, search.Lengths.Body[segment.BodyLengths[number]], frequencies);
        Count(texts[passage.Headline], slots, search.Lengths.Headline[segment.HeadlineLengths[number]], frequencies);
        var score = 0.0;
        for (var term = 0; term < frequencies.Length; term++)
            score += terms[term].Weight * frequencies[term] / (frequencies[term] + Saturation);
        return score;
    }

    private static void Count(ReadOnlySpan<int> text, TermSlots slots, float worth, float[] frequencies)
    {
        foreach (var term in text)
        {
            if (slots.Find(term) is >= 0 and var slot)
                frequencies[slot] += worth;
        }
    }
}
