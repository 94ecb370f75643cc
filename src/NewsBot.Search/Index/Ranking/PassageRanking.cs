using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>
/// Ranks the candidates of a search by all signals: terms, proximity, the surrounding article, its date, and terms fed back from the
/// first results.
/// </summary>
/// <remarks>
/// One instance ranks one search. All statistics are those of the snapshot, so that scores do not depend on its segments.
/// </remarks>
internal sealed class PassageRanking
{
    // A hit's score is above 0, whatever its signals.
    private const double Least = 1e-6;

    private readonly PlannedSearch search;
    private readonly RankingWeights weights;
    private readonly WeightedTerm[] terms;
    private readonly double most;
    private readonly QueryPairs pairs;
    private readonly TermSlots?[] slots;
    private readonly ReadTexts texts;

    /// <summary>Creates a ranking for a search.</summary>
    /// <param name="search">The search.</param>
    /// <param name="weights">The weights of the signals.</param>
    /// <param name="texts">The working memory of this instance.</param>
    public PassageRanking(PlannedSearch search, RankingWeights weights, ReadTexts texts)
    {
        this.texts = texts;
        texts.Clear();
        this.search = search;
        this.weights = weights;
        terms = [.. search.Terms];
        most = terms.Where(term => !term.IsVariant).Sum(term => term.Weight);
        if (most == 0)
            most = terms.Sum(term => term.Weight);
        slots = new TermSlots?[search.Views.Count];
        pairs = new QueryPairs(terms);
    }

    /// <summary>Returns the candidates in their final order with their final scores.</summary>
    /// <param name="candidates">
    /// Best first by terms alone. Those beyond <see cref="RankingWeights.Depth"/> keep their order, after the others.
    /// </param>
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
            ranked.Add(
                new RankedPassage
                {
                    Candidate = candidates[i],
                    Terms = candidates[i].Score / search.Scale,
                    Score = share,
                }
            );
        }

        return ranked;
    }

    private Sign FeedbackSign => search.Read.IsQuestion ? Sign.Feedback : Sign.TopicFeedback;

    /// <summary>Returns what a signal adds to the score of a passage.</summary>
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

        ranked.Sort(
            static (a, b) =>
                a.Score != b.Score ? b.Score.CompareTo(a.Score)
                : a.Candidate.IsBetterThan(b.Candidate) ? -1
                : b.Candidate.IsBetterThan(a.Candidate) ? 1
                : 0
        );
    }

    private List<RankedPassage> SignsOf(ReadOnlySpan<Candidate> candidates)
    {
        var articles = new ArticleTerms(search, candidates);
        var articleSigns = new double[articles.Count][];
        var headlines = new int[articles.Count];
        var ranked = new List<RankedPassage>(candidates.Length);
        foreach (var candidate in candidates)
        {
            var segment = search.Views[candidate.View].Segment;
            var document = segment.PassageDocuments[candidate.Passage];
            var article = articles.SlotOf(candidate.View, document);
            if (articleSigns[article] is null)
            {
                headlines[article] = texts.Add(segment.HeadlineTokens(document));
                articleSigns[article] = SignsOf(articles, article, headlines[article], candidate.View, document);
            }

            var body = texts.Add(segment.BodyTokens(candidate.Passage));
            var signs = articleSigns[article].AsSpan().ToArray();
            signs[(int)Sign.Lead] = 1.0 / (1 + candidate.Number);
            signs[(int)Sign.Pairs] = Math.Max(signs[(int)Sign.Pairs], pairs.PairsIn(texts[body], SlotsOf(candidate.View)) / most);
            ranked.Add(
                new RankedPassage
                {
                    Candidate = candidate,
                    Terms = candidate.Score / search.Scale,
                    Signs = signs,
                    Body = body,
                    Headline = headlines[article],
                }
            );
        }

        return ranked;
    }

    private double[] SignsOf(ArticleTerms articles, int article, int headline, int view, int document)
    {
        var segment = search.Views[view].Segment;
        var signs = new double[RankingWeights.SignCount];
        var length = 0;
        for (var passage = segment.FirstPassages[document]; passage < segment.FirstPassages[document + 1]; passage++)
            length += LengthCode.Decode(segment.BodyLengths[passage]);

        // Treats an article as if it had ten passages of average length, which is usual for newspapers, so that an archive of short notes
        // is weighted alike.
        const double AverageArticle = 10;
        var norm = Bm25Weights.UsualSaturation * (0.5 + (0.5 * length / (AverageArticle * search.Averages.Body)));
        var (sum, covered, inHeadline) = (0.0, 0.0, 0.0);
        for (var term = 0; term < terms.Length; term++)
        {
            var weight = terms[term].Weight;
            var isInHeadline = articles.IsInHeadline(article, term);
            var frequency = articles.FrequencyOf(article, term) + (isInHeadline ? 1 : 0);
            if (frequency == 0)
                continue;
            sum += weight * frequency / (frequency + norm);
            covered += weight;
            if (isInHeadline)
                inHeadline += weight;
        }

        signs[(int)Sign.ArticleScore] = Math.Min(1, sum / most);
        signs[(int)Sign.ArticleCoverage] = Math.Min(1, covered / most);
        signs[(int)Sign.HeadlineCoverage] = Math.Min(1, inHeadline / most);
        signs[(int)Sign.Pairs] = pairs.PairsIn(texts[headline], SlotsOf(view)) / most;
        Age.SetSigns(signs, segment.PublishedDays[document], search.Day);
        return signs;
    }

    private TermSlots SlotsOf(int view)
    {
        if (slots[view] is { } known)
            return known;
        var table = new TermSlots();
        for (var term = 0; term < terms.Length; term++)
        {
            if (terms[term].Numbers[view] != TermDictionary.Unknown)
                table.Add(terms[term].Numbers[view], term);
        }

        return slots[view] = table;
    }

    private double WorthOfDate(RankedPassage passage) => WorthOf(passage, Sign.Fresh) + WorthOf(passage, Sign.Background);

    private void FeedBack(List<RankedPassage> ranked)
    {
        var feedback = Rm3.TermsFrom(ranked, search, texts, WorthOfDate);
        if (feedback.Count == 0)
            return;
        var table = new TermSlots?[search.Views.Count];
        var frequencies = new float[feedback.Count];
        foreach (var passage in ranked)
        {
            passage.Signs[(int)FeedbackSign] = Rm3.Score(
                passage,
                search,
                texts,
                feedback,
                table[passage.Candidate.View] ??= Rm3.SlotsOf(feedback, passage.Candidate.View),
                frequencies
            );
        }
    }
}
