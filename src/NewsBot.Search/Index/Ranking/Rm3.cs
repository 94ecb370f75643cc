using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Pseudo-relevance feedback: what the first passages say beside the query's words tells what the question is about.</summary>
/// <remarks>
/// Relevance model 3: Abdul-Jaleel et al., "UMass at TREC 2004". It ranks the candidates again rather than searching again, which costs a
/// tenth and finds nearly as much. Terms are chosen and weighed by probability times inverse document frequency.
/// </remarks>
internal static class Rm3
{
    private const int Passages = 10;
    private const int Terms = 40;

    // How much more the first passages say than the later ones.
    private const double Sharpness = 4;

    private const double DateFactor = 2;

    /// <summary>The terms that the best candidates have in common; their weights add up to 1.</summary>
    /// <param name="ranked">The candidates.</param>
    /// <param name="search">The search.</param>
    /// <param name="worthOfDate">What a candidate's date is worth. The other signs do not choose: they favour articles that are much alike.</param>
    public static List<FeedbackTerm> TermsFrom(List<RankedPassage> ranked, PlannedSearch search, Func<RankedPassage, double> worthOfDate)
    {
        var first = ranked.Select(passage => (passage.Candidate, Score: passage.Terms + (DateFactor * worthOfDate(passage))))
            .OrderByDescending(passage => passage.Score).ThenBy(passage => passage.Candidate.Key).ThenBy(passage => passage.Candidate.Number).Take(Passages).ToList();
        var probabilities = new Dictionary<string, (double Sum, int Passages, int Last)>();
        var known = new Dictionary<(int View, int Term), string>();
        for (var i = 0; i < first.Count; i++)
            Collect(first[i].Candidate, Math.Pow(first[i].Score / first[0].Score, Sharpness), i, search, known, probabilities);

        var weighed = new List<FeedbackTerm>();
        foreach (var (term, seen) in probabilities)
        {
            if (seen.Passages < Math.Min(2, first.Count))
                continue;
            var (numbers, passages) = search.Find(term);
            weighed.Add(new FeedbackTerm(term, seen.Sum * Bm25Weights.InverseDocumentFrequency(search.PassageCount, passages), numbers));
        }

        weighed.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Term, b.Term));
        if (weighed.Count > Terms)
            weighed.RemoveRange(Terms, weighed.Count - Terms);
        var sum = weighed.Sum(term => term.Weight);
        return weighed.ConvertAll(term => term with { Weight = term.Weight / sum });
    }

    /// <summary>The numbers of the terms in a view.</summary>
    public static TermSlots SlotsOf(List<FeedbackTerm> terms, int view)
    {
        var slots = new TermSlots();
        slots.Clear();
        for (var term = 0; term < terms.Count; term++)
        {
            if (terms[term].Numbers[view] != TermDictionary.Unknown)
                slots.Add(terms[term].Numbers[view], term);
        }

        return slots;
    }

    /// <summary>How much of the terms a passage and its headline have, 0 to 1.</summary>
    /// <param name="candidate">The passage.</param>
    /// <param name="search">The search.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="slots">Their numbers in the passage's view.</param>
    /// <param name="frequencies">Working memory, as long as <paramref name="terms"/>.</param>
    public static double Score(in Candidate candidate, PlannedSearch search, List<FeedbackTerm> terms, TermSlots slots, float[] frequencies)
    {
        const double Saturation = 1.2;
        var segment = search.Views[candidate.View].Segment;
        Array.Clear(frequencies);
        Count(segment.BodyTokens(candidate.Passage), search.Lengths.Body[segment.BodyLengths[candidate.Passage]]);
        Count(segment.HeadlineTokens(segment.PassageDocuments[candidate.Passage]), search.Lengths.Headline[segment.HeadlineLengths[candidate.Passage]]);
        var score = 0.0;
        for (var term = 0; term < frequencies.Length; term++)
            score += terms[term].Weight * frequencies[term] / (frequencies[term] + Saturation);
        return score;

        void Count(TokenStream tokens, float worth)
        {
            while (tokens.MoveNext())
            {
                if (slots.Find(tokens.Term) is >= 0 and var slot)
                    frequencies[slot] += worth;
            }
        }
    }

    private static void Collect(
        in Candidate candidate, double weight, int rank, PlannedSearch search, Dictionary<(int View, int Term), string> known, Dictionary<string, (double Sum, int Passages, int Last)> probabilities)
    {
        var view = candidate.View;
        var segment = search.Views[view].Segment;
        var document = segment.PassageDocuments[candidate.Passage];
        var length = LengthCode.Decode(segment.BodyLengths[candidate.Passage]) + LengthCode.Decode(segment.HeadlineLengths[candidate.Passage]);
        Add(segment.BodyTokens(candidate.Passage));
        Add(segment.HeadlineTokens(document));

        void Add(TokenStream tokens)
        {
            while (tokens.MoveNext())
            {
                if (!known.TryGetValue((view, tokens.Term), out var term))
                    known[(view, tokens.Term)] = term = segment.Dictionary.TermOf(tokens.Term);
                var before = probabilities.GetValueOrDefault(term, (0, 0, -1));
                probabilities[term] = (before.Sum + (weight / length), before.Last == rank ? before.Passages : before.Passages + 1, rank);
            }
        }
    }
}
