using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Ranks the candidates of a search by all signs: terms, proximity, the article around, its date, and terms fed back from the first.</summary>
/// <remarks>One run ranks one search. All statistics are those of the snapshot, so that scores do not depend on its segments.</remarks>
internal sealed class PassageRanking
{
    // A hit's score is above 0, whatever speaks against it.
    private const double Least = 1e-6;

    private readonly PlannedSearch search;
    private readonly RankingWeights weights;
    private readonly IReadOnlyList<WeightedTerm> terms;
    private readonly double most;
    private readonly QueryPairs pairs;
    private readonly TermSlots?[] slots;

    /// <summary>A ranking for a search.</summary>
    public PassageRanking(PlannedSearch search, RankingWeights weights)
    {
        this.search = search;
        this.weights = weights;
        terms = search.Terms;
        most = terms.Where(term => !term.IsVariant).Sum(term => term.Weight);
        if (most == 0)
            most = terms.Sum(term => term.Weight);
        slots = new TermSlots?[search.Views.Count];
        pairs = new QueryPairs(terms);
    }

    /// <summary>The candidates in their final order with their final scores.</summary>
    /// <param name="candidates">Best first by terms alone. Those beyond <see cref="RankingWeights.Depth"/> keep their order, behind the others.</param>
    public List<RankedPassage> Rank(Candidate[] candidates)
    {
        var depth = Math.Min(weights.Depth, candidates.Length);
        var ranked = new List<RankedPassage>(candidates.Length);
        ranked.AddRange(SignsOf(candidates.AsSpan(0, depth)));
        Score(ranked);
        if (weights[FeedbackSign] != 0)
        {
            FeedBack(ranked);
            Score(ranked);
        }

        for (var i = depth; i < candidates.Length; i++)
        {
            // Below the last that was ranked again, in proportion.
            var share = ranked[depth - 1].Score * candidates[i].Score / candidates[depth - 1].Score;
            ranked.Add(new RankedPassage { Candidate = candidates[i], Terms = candidates[i].Score / search.Scale, Score = share });
        }

        return ranked;
    }

    private Sign FeedbackSign => search.Read.IsQuestion ? Sign.Feedback : Sign.TopicFeedback;

    /// <summary>What a sign adds to the score of a passage.</summary>
    public double WorthOf(RankedPassage passage, Sign sign) => weights[sign] * passage.Signs[(int)sign] * most;

    private void Score(List<RankedPassage> ranked)
    {
        foreach (var passage in ranked)
        {
            var sum = 0.0;
            for (var sign = 0; sign < passage.Signs.Length; sign++)
                sum += weights.Signs[sign] * passage.Signs[sign];
            passage.Score = Math.Max(Least, passage.Terms + (sum * most));
        }

        ranked.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Candidate.IsBetterThan(b.Candidate) ? -1 : b.Candidate.IsBetterThan(a.Candidate) ? 1 : 0);
    }

    private List<RankedPassage> SignsOf(ReadOnlySpan<Candidate> candidates)
    {
        var articles = new ArticleTerms(search, candidates);
        var articleSigns = new double[articles.Count][];
        var ranked = new List<RankedPassage>(candidates.Length);
        foreach (var candidate in candidates)
        {
            var segment = search.Views[candidate.View].Segment;
            var document = segment.PassageDocuments[candidate.Passage];
            var article = articles.SlotOf(candidate.View, document);
            var signs = (double[])(articleSigns[article] ??= SignsOf(articles, article, candidate.View, segment, document)).Clone();
            signs[(int)Sign.Lead] = 1.0 / (1 + candidate.Number);
            signs[(int)Sign.Pairs] = Math.Max(signs[(int)Sign.Pairs], pairs.PairsIn(segment.BodyTokens(candidate.Passage), SlotsOf(candidate.View)) / most);
            ranked.Add(new RankedPassage { Candidate = candidate, Terms = candidate.Score / search.Scale, Signs = signs });
        }

        return ranked;
    }

    private double[] SignsOf(ArticleTerms articles, int article, int view, Segment segment, int document)
    {
        var signs = new double[RankingWeights.SignCount];
        var length = 0;
        for (var passage = segment.FirstPassages[document]; passage < segment.FirstPassages[document + 1]; passage++)
            length += LengthCode.Decode(segment.BodyLengths[passage]);

        // An article of average passages would be ten of them: newspapers' usual length, so that an archive of short notes is weighed alike.
        const double AverageArticle = 10;
        var norm = Bm25Weights.UsualSaturation * (0.5 + (0.5 * length / (AverageArticle * search.Averages.Body)));
        var sum = 0.0;
        for (var term = 0; term < terms.Count; term++)
        {
            var frequency = articles.FrequencyOf(article, term) + (articles.IsInHeadline(article, term) ? 1 : 0);
            if (frequency > 0)
                sum += terms[term].Weight * frequency / (frequency + norm);
        }

        signs[(int)Sign.ArticleScore] = Math.Min(1, sum / most);
        signs[(int)Sign.ArticleCoverage] = Share(term => articles.FrequencyOf(article, term) > 0 || articles.IsInHeadline(article, term));
        signs[(int)Sign.HeadlineCoverage] = Share(term => articles.IsInHeadline(article, term));
        signs[(int)Sign.Pairs] = pairs.PairsIn(segment.HeadlineTokens(document), SlotsOf(view)) / most;
        Age.SetSigns(signs, segment.PublishedDays[document], search.Day);
        return signs;
    }

    private double Share(Func<int, bool> has)
    {
        var sum = 0.0;
        for (var term = 0; term < terms.Count; term++)
        {
            if (has(term))
                sum += terms[term].Weight;
        }

        return Math.Min(1, sum / most);
    }

    private TermSlots SlotsOf(int view)
    {
        if (slots[view] is { } known)
            return known;
        var table = new TermSlots();
        table.Clear();
        for (var term = 0; term < terms.Count; term++)
        {
            if (terms[term].Numbers[view] != TermDictionary.Unknown)
                table.Add(terms[term].Numbers[view], term);
        }

        return slots[view] = table;
    }

    private double WorthOfDate(RankedPassage passage) =>
        WorthOf(passage, Sign.Fresh) + WorthOf(passage, Sign.Background);

    private void FeedBack(List<RankedPassage> ranked)
    {
        var feedback = Rm3.TermsFrom(ranked, search, WorthOfDate);
        if (feedback.Count == 0)
            return;
        var table = new TermSlots?[search.Views.Count];
        var frequencies = new float[feedback.Count];
        foreach (var passage in ranked)
        {
            passage.Signs[(int)FeedbackSign] =
                Rm3.Score(passage.Candidate, search, feedback, table[passage.Candidate.View] ??= Rm3.SlotsOf(feedback, passage.Candidate.View), frequencies);
        }
    }
}
