using NewsBot.Search.Analysis;
using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Ranking;
using NewsBot.Search.Index.Segments;
using NewsBot.Search.Names;

namespace NewsBot.Search.Index;

/// <summary>Represents the index at one moment, and searches it. Immutable, so any number of searches may share it.</summary>
internal sealed class IndexSnapshot
{
    // Each unknown word costs a walk over the dictionary: a text of hundreds of invented words is not a question.
    private const int MostUnknown = 8;

    private readonly Bm25Weights weights;
    private readonly RankingWeights ranking;
    private readonly Bm25Lengths lengths;
    private readonly (double Body, double Headline) averages;
    private readonly int? newestDay;

    /// <summary>Creates a snapshot of some segments.</summary>
    public IndexSnapshot(IReadOnlyList<SegmentView> views, Bm25Weights weights, RankingWeights ranking)
    {
        this.ranking = ranking;
        Views = views;
        this.weights = weights;
        DocumentCount = views.Sum(view => view.DocumentCount);
        PassageCount = views.Sum(view => view.PassageCount);
        var newest = views.Select(view => view.Segment.NewestDay).DefaultIfEmpty(Segment.NoDay).Max();
        newestDay = newest == Segment.NoDay ? null : newest;
        averages = (Average(views.Sum(view => view.BodyTerms)), Average(views.Sum(view => view.HeadlineTerms)));
        lengths = new Bm25Lengths(weights, averages.Body, averages.Headline);
    }

    /// <summary>Gets the segments.</summary>
    public IReadOnlyList<SegmentView> Views { get; }

    /// <summary>Gets the number of live documents.</summary>
    public int DocumentCount { get; }

    /// <summary>Gets the number of live passages.</summary>
    public int PassageCount { get; }

    /// <summary>
    /// Returns the best passages by the terms' scores alone, best first, and the plan that found them; null when the query has no term of
    /// the index.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="count">The maximum number of candidates.</param>
    /// <param name="skips">False: scores every passage that has a term, for comparison.</param>
    public (PlannedSearch Search, Candidate[] Candidates)? FindCandidates(PassageQuery query, int count, bool skips = true)
    {
        var read = QueryReader.Read(query.Text);
        var tokens = TextAnalyzer.Analyze(read.Words);
        var terms = TermsOf(read.Words, tokens, query.ByTermsAlone ? 0 : ranking.Spellings);
        if (terms.Count == 0)
            return null;
        var search = new PlannedSearch(
            Views,
            weights,
            lengths,
            averages,
            terms,
            query,
            read,
            query.AsOf?.DayNumber ?? (PresentTense.IsIn(read.Words, tokens) ? newestDay : null)
        );
        var best = new BestCandidates(count);
        var scratch = SearchScratch.Rent();
        for (var view = 0; view < Views.Count; view++)
        {
            if (search.HasRequired)
                scratch.RequiredFirst.Search(search, view, best);
            else
                scratch.MaxScore.Search(search, view, best, skips);
        }

        scratch.Return();
        return (search, best.ToSorted());
    }

    /// <summary>Returns the same segments with another ranking.</summary>
    public IndexSnapshot With(RankingWeights other) => new(Views, weights, other);

    /// <summary>Returns the documents: see <see cref="IPassageIndex.Documents"/>.</summary>
    public List<IndexedDocument> Documents()
    {
        var documents = new List<IndexedDocument>(DocumentCount);
        foreach (var view in Views)
        {
            var segment = view.Segment;
            for (var document = 0; document < segment.DocumentCount; document++)
            {
                if (view.IsLive(document))
                    documents.Add(
                        new IndexedDocument(
                            segment.Keys[document],
                            segment.Owners[document],
                            segment.FirstPassages[document + 1] - segment.FirstPassages[document]
                        )
                    );
            }
        }

        GC.KeepAlive(this);
        return documents;
    }

    /// <summary>Returns the hits with reasons: see <see cref="IPassageIndex.Explain"/>.</summary>
    public IReadOnlyList<PassageExplanation> Explain(PassageQuery query)
    {
        var (search, ranked, by) = Rank(query);
        List<PassageExplanation> explanations = search is null
            ? []
            : ranked.ConvertAll(passage => HitExplainer.Explain(passage, search, by));
        GC.KeepAlive(this);
        return explanations;
    }

    /// <summary>Returns the hits: see <see cref="IPassageIndex.Search"/>.</summary>
    public IReadOnlyList<PassageHit> Search(PassageQuery query) =>
        [.. Rank(query).Ranked.Select(ranked => new PassageHit(ranked.Candidate.Key, ranked.Candidate.Number, ranked.Score))];

    /// <summary>Returns the best passages with the composition of their scores, best first.</summary>
    public (PlannedSearch? Search, List<RankedPassage> Ranked, PassageRanking? By) Rank(PassageQuery query)
    {
        if (
            FindCandidates(query, query.ByTermsAlone ? query.Top : Math.Max(query.Top, ranking.Depth)) is not { } found
            || found.Candidates.Length == 0
        )
            return (null, [], null);
        var scratch = SearchScratch.Rent();
        var by = query.ByTermsAlone ? null : new PassageRanking(found.Search, ranking, scratch.Texts);
        var ranked = by is null
            ? [.. found.Candidates.Select(candidate => Unranked(candidate, candidate.Score / found.Search.Scale))]
            : by.Rank(found.Candidates);
        scratch.Return();
        if (ranked.Count > query.Top)
            ranked.RemoveRange(query.Top, ranked.Count - query.Top);

        // The segments' memory is unmapped when nothing references the snapshot any more.
        GC.KeepAlive(this);
        return (found.Search, ranked, by);
    }

    private static RankedPassage Unranked(in Candidate candidate, double score) =>
        new()
        {
            Candidate = candidate,
            Terms = score,
            Score = score,
        };

    // An average of 0 means that there is nothing to weight; 1 keeps the divisions defined.
    private double Average(long sum) => sum == 0 ? 1 : sum / (double)PassageCount;

    private List<WeightedTerm> TermsOf(string text, IReadOnlyList<Token> tokens, double spellings)
    {
        var (terms, variants, unknown) = (new List<WeightedTerm>(), new List<WeightedTerm>(), 0);

        // Capitals mark names where not all words have them; so does another script.
        var hasCapitals = text.AsSpan().ContainsAnyInRange('a', 'z');
        foreach (var same in tokens.Where(token => !token.IsStopWord).GroupBy(token => token.Term))
        {
            var term = same.Key;
            var (numbers, passages) = PlannedSearch.Find(Views, term);
            if (passages > 0)
                terms.Add(
                    new WeightedTerm(
                        term,
                        same.Count() * (weights.Saturation + 1) * Bm25Weights.InverseDocumentFrequency(PassageCount, passages),
                        numbers
                    )
                );
            var name = same.FirstOrDefault(token => (hasCapitals && char.IsUpper(text[token.Start])) || OtherScript.Is(term), same.First());
            var isName = (hasCapitals && char.IsUpper(text[name.Start])) || OtherScript.Is(term);
            if (spellings == 0 || (passages > 0 && !isName))
                continue;
            var asked = passages > 0 ? terms[^1] : new WeightedTerm(term, 0, numbers);
            variants.AddRange(
                SpellingVariants.Of(Views, PassageCount, asked, spellings, isUnknown: passages == 0 && unknown++ < MostUnknown)
            );
            variants.AddRange(
                NameVariants.Of(Views, PassageCount, asked, TermFolding.Fold(text.AsSpan(name.Start, name.Length)), spellings)
            );
        }

        // A term in the query itself is not a variant as well.
        terms.AddRange(variants.Where(variant => terms.TrueForAll(term => term.Term != variant.Term)).DistinctBy(variant => variant.Term));
        return terms;
    }
}
