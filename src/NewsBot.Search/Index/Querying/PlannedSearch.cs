using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Querying;

/// <summary>Represents what a search scores and filters by, in each view's term numbers. Immutable.</summary>
internal sealed class PlannedSearch
{
    // The sum of all bounds stays below 2³⁰; nothing finer than 2⁻¹⁶ is needed.
    private const int SumBits = 29;
    private const int FinestScaleBits = 16;

    private readonly Bm25Weights weights;

    /// <summary>Creates a search in some views.</summary>
    /// <param name="views">The views of a snapshot.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="lengths">The tables for the snapshot's averages.</param>
    /// <param name="averages">The snapshot's average lengths: body, headline.</param>
    /// <param name="terms">The terms to score; at least one.</param>
    /// <param name="query">The query.</param>
    /// <param name="read">The parsed text of the query.</param>
    /// <param name="day">The day from which dates are judged; null: they are not.</param>
    public PlannedSearch(
        IReadOnlyList<SegmentView> views,
        Bm25Weights weights,
        Bm25Lengths lengths,
        (double Body, double Headline) averages,
        IReadOnlyList<WeightedTerm> terms,
        PassageQuery query,
        ReadQuery read,
        int? day
    )
    {
        this.weights = weights;
        (Views, Lengths, Averages, Terms) = (views, lengths, averages, terms);
        (Query, Read, Day) = (query, read, day);
        PassageCount = views.Sum(view => view.PassageCount);
        var most = terms.Sum(term => term.Weight) + 1;
        Scale = Math.ScaleB(1, Math.Min(FinestScaleBits, SumBits - Math.ILogB(most) - 1));
    }

    /// <summary>Gets the views of the snapshot.</summary>
    public IReadOnlyList<SegmentView> Views { get; }

    /// <summary>Gets the factors of frequencies by length.</summary>
    public Bm25Lengths Lengths { get; }

    /// <summary>Gets the average lengths in the snapshot.</summary>
    public (double Body, double Headline) Averages { get; }

    /// <summary>Gets the terms to score.</summary>
    public IReadOnlyList<WeightedTerm> Terms { get; }

    /// <summary>Gets the query.</summary>
    public PassageQuery Query { get; }

    /// <summary>Gets the parsed text of the query.</summary>
    public ReadQuery Read { get; }

    /// <summary>Gets the day from which dates are judged, as <see cref="DateOnly.DayNumber"/>; null: they are not.</summary>
    public int? Day { get; }

    /// <summary>Gets the factor from a score to the integers of <see cref="TermScorer"/>: a power of two.</summary>
    public double Scale { get; }

    /// <summary>Gets a value indicating whether passages must have certain terms.</summary>
    public bool HasRequired => Read.Required.Count > 0;

    /// <summary>Gets the number of live passages in the snapshot.</summary>
    public int PassageCount { get; }

    /// <summary>Returns a term's number in each view, and the number of live passages that have it.</summary>
    public (int[] Numbers, long Passages) Find(string term) => Find(Views, term);

    /// <summary>Returns a term's number in each of some views, and the number of live passages that have it.</summary>
    public static (int[] Numbers, long Passages) Find(IReadOnlyList<SegmentView> views, string term)
    {
        var numbers = new int[views.Count];
        var passages = 0L;
        for (var view = 0; view < numbers.Length; view++)
        {
            numbers[view] = views[view].Segment.Dictionary.Find(term);
            if (numbers[view] != TermDictionary.Unknown)
                passages += views[view].CountLive(numbers[view]);
        }

        return (numbers, passages);
    }

    /// <summary>Returns the scorer of a term.</summary>
    public TermScorer ScorerOf(WeightedTerm term) => new((float)(term.Weight * Scale), (float)weights.Saturation);

    /// <summary>
    /// Returns the most that a passage of a view gets from a term, by the bounds of its blocks; 0 when the view does not have the term.
    /// </summary>
    public double BoundOf(WeightedTerm term, int view)
    {
        if (term.Numbers[view] == TermDictionary.Unknown)
            return 0;
        var segment = Views[view].Segment;
        var cursor = new TermCursor();
        cursor.Start(segment.Part(SegmentSection.Postings), segment.Terms[term.Numbers[view]], ScorerOf(term), BoundFactor(segment.Info));
        cursor.EnterWindow(0, int.MaxValue);
        return cursor.WindowBound / Scale;
    }

    /// <summary>Starts cursors over the terms that a view has, and returns their number. The list grows when it is too short.</summary>
    public int Start(int view, List<TermCursor> cursors)
    {
        var segment = Views[view].Segment;
        var factor = BoundFactor(segment.Info);
        var count = 0;
        foreach (var term in Terms)
        {
            if (term.Numbers[view] == TermDictionary.Unknown)
                continue;
            if (count == cursors.Count)
                cursors.Add(new TermCursor());
            cursors[count++].Start(segment.Part(SegmentSection.Postings), segment.Terms[term.Numbers[view]], ScorerOf(term), factor);
        }

        return count;
    }

    // A frequency divided by (1 - b + b·length/average) grows with the average, at most by the same factor.
    private double BoundFactor(in SegmentInfo info)
    {
        const double Slack = 1.0001;
        if (info.BoundWeights != weights.Fingerprint)
            return double.PositiveInfinity;
        return Slack * Math.Max(1, Math.Max(Averages.Body / info.BoundBody, Averages.Headline / info.BoundHeadline));
    }
}
