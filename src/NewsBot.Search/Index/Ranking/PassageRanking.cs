using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Ranks the candidates of a search by all signs: terms, proximity, the article around, its date, and terms fed back from the first.</summary>
/// <remarks>One run ranks one search. Reads token streams of the candidates' articles; all statistics are those of the snapshot, so that scores do not depend on its segments.</remarks>
internal sealed class PassageRanking
{
    // A live blog of a day would cost more than all other articles together.
    private const int MostPassages = 40;

    private readonly PlannedSearch search;
    private readonly RankingWeights weights;
    private readonly IReadOnlyList<WeightedTerm> terms;
    private readonly double most;
    private readonly TermSlots?[] slots;
    private readonly int[] neighbours;
    private readonly Dictionary<(int View, int Document), ArticleSigns> articles = [];
    private readonly int[] frequencies;
    private readonly bool[] isAdjacent;

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
        frequencies = new int[terms.Count];
        isAdjacent = new bool[terms.Count];
        neighbours = NeighboursOf(search);
    }

    /// <summary>The candidates in their final order with their final scores.</summary>
    /// <param name="candidates">Best first by terms alone. Those beyond <see cref="RankingWeights.Depth"/> keep their order, behind the others.</param>
    public List<RankedPassage> Rank(Candidate[] candidates)
    {
        var depth = Math.Min(weights.Depth, candidates.Length);
        var ranked = new List<RankedPassage>(candidates.Length);
        for (var i = 0; i < depth; i++)
            ranked.Add(SignsOf(candidates[i]));
        if (weights.Feedback > 0)
            FeedBack(ranked);
        ranked.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Candidate.IsBetterThan(b.Candidate) ? -1 : b.Candidate.IsBetterThan(a.Candidate) ? 1 : 0);

        for (var i = depth; i < candidates.Length; i++)
        {
            // Below the last that was ranked again, in proportion.
            var share = ranked[depth - 1].Score * candidates[i].Score / candidates[depth - 1].Score;
            ranked.Add(new RankedPassage { Candidate = candidates[i], Terms = candidates[i].Score / search.Scale, IsTail = true, Tail = share });
        }

        return ranked;
    }

    // The query's terms in their order in the text; neighbours[t] has the bit of each term that follows term t there.
    private static int[] NeighboursOf(PlannedSearch search)
    {
        var next = new int[search.Terms.Count];
        Array.Fill(next, -1);
        for (var i = 0; i + 1 < next.Length; i++)
        {
            if (!search.Terms[i].IsVariant && !search.Terms[i + 1].IsVariant)
                next[i] = i + 1;
        }

        return next;
    }

    private RankedPassage SignsOf(in Candidate candidate)
    {
        var segment = search.Views[candidate.View].Segment;
        var document = segment.PassageDocuments[candidate.Passage];
        if (!articles.TryGetValue((candidate.View, document), out var article))
            articles[(candidate.View, document)] = article = SignsOf(candidate.View, segment, document);
        var proximity = Math.Max(article.HeadlineProximity, ProximityIn(segment.BodyTokens(candidate.Passage), SlotsOf(candidate.View)));
        return new RankedPassage
        {
            Candidate = candidate,
            Terms = candidate.Score / search.Scale,
            Proximity = weights.Proximity * proximity,
            Lead = weights.Lead * most / (1 + candidate.Number),
            Article = ((weights.ArticleCoverage * article.Coverage) + (weights.ArticleScore * article.Score)) * most,
            Headline = weights.HeadlineCoverage * article.HeadlineCoverage * most,
            Recency = article.Recency * most,
        };
    }

    private ArticleSigns SignsOf(int view, Segment segment, int document)
    {
        var table = SlotsOf(view);
        Array.Clear(frequencies);
        var headline = segment.HeadlineTokens(document);
        while (headline.MoveNext())
        {
            if (table.Find(headline.Term) is >= 0 and var slot)
                frequencies[slot]++;
        }

        var headlineCoverage = Sum(static _ => 1);
        var length = 0;
        var firsts = segment.FirstPassages;
        var end = Math.Min(firsts[document + 1], firsts[document] + MostPassages);
        for (var passage = firsts[document]; passage < end; passage++)
            length += LengthCode.Decode(segment.BodyLengths[passage]);
        var body = segment.BodyTokens(firsts[document], end);
        while (body.MoveNext())
        {
            if (table.Find(body.Term) is >= 0 and var slot)
                frequencies[slot]++;
        }

        // An article of average passages would be ten of them: newspapers' usual length, so that an archive of short notes is weighed alike.
        const double AverageArticle = 10;
        const double Saturation = 1.2;
        var norm = Saturation * (0.5 + (0.5 * length / (AverageArticle * search.Averages.Body)));
        return new ArticleSigns(
            Sum(static _ => 1),
            Sum(frequency => frequency / (frequency + norm)),
            headlineCoverage,
            ProximityIn(segment.HeadlineTokens(document), table),
            Recency.Of(segment.PublishedDays[document], search.Query.AsOf, weights));

        double Sum(Func<int, double> worth)
        {
            var sum = 0.0;
            for (var term = 0; term < frequencies.Length; term++)
            {
                if (frequencies[term] > 0)
                    sum += terms[term].Weight * worth(frequencies[term]);
            }

            return Math.Min(1, sum / most);
        }
    }

    // Metzler and Croft's ordered pairs ("A Markov random field model for term dependencies", SIGIR 2005), each counted once, by its commoner term.
    private double ProximityIn(TokenStream tokens, TermSlots table)
    {
        Array.Clear(isAdjacent);
        var before = TermSlots.None;
        var sum = 0.0;
        while (tokens.MoveNext())
        {
            var slot = table.Find(tokens.Term);
            if (slot >= 0 && before >= 0 && neighbours[before] == slot && !isAdjacent[before])
            {
                isAdjacent[before] = true;
                sum += Math.Min(terms[before].Weight, terms[slot].Weight);
            }

            before = slot;
        }

        return sum;
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

    private void FeedBack(List<RankedPassage> ranked)
    {
        var feedback = Rm3.TermsFrom(ranked, search);
        if (feedback.Count == 0)
            return;
        var table = new TermSlots?[search.Views.Count];
        var inPassage = new float[feedback.Count];
        for (var i = 0; i < ranked.Count; i++)
        {
            var candidate = ranked[i].Candidate;
            var score = Rm3.Score(candidate, search, feedback, table[candidate.View] ??= Rm3.SlotsOf(feedback, candidate.View), inPassage);
            ranked[i] = ranked[i] with { Feedback = weights.Feedback * score * most };
        }
    }
}
