using System.Runtime.InteropServices;
using NewsBot.Search.Index.Querying;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Counts the terms of a search's first passages. For one search.</summary>
/// <param name="search">The search.</param>
/// <param name="isOneView">Whether all passages are from one view; terms are then identified by number and need not be spelt out.</param>
internal sealed class FeedbackCounts(PlannedSearch search, bool isOneView)
{
    // Ten passages of at most 900 characters have fewer.
    private const int UsualTerms = 1024;

    private readonly TermSlots?[] numbers = new TermSlots?[search.Views.Count];
    private readonly Dictionary<string, int> names = [];
    private readonly List<Line> lines = new(UsualTerms);

    /// <summary>Adds the terms of a text.</summary>
    /// <param name="view">The text's view.</param>
    /// <param name="text">The text's terms.</param>
    /// <param name="worth">The weight of each occurrence.</param>
    /// <param name="passage">The number of the passage; ascending from call to call.</param>
    public void Add(int view, ReadOnlySpan<int> text, double worth, int passage)
    {
        var known = numbers[view] ??= new TermSlots(UsualTerms * 4);
        foreach (var term in text)
        {
            var at = known.Find(term);
            if (at == TermSlots.None)
                known.Add(term, at = LineOf(view, term));
            ref var line = ref CollectionsMarshal.AsSpan(lines)[at];
            line.Sum += worth;
            line.Passages += line.Last == passage ? 0 : 1;
            line.Last = passage;
        }
    }

    /// <summary>
    /// Returns the terms that occur in at least the given number of passages, each weighted by its sum and its rarity, heaviest first.
    /// </summary>
    public List<FeedbackTerm> Weighed(int passages)
    {
        var weighed = new List<(double Weight, int Line, int[] Numbers)>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Passages < passages)
                continue;
            var (inViews, found) = Find(lines[at]);
            weighed.Add((lines[at].Sum * Bm25Weights.InverseDocumentFrequency(search.PassageCount, found), at, inViews));
        }

        weighed.Sort(
            (a, b) =>
                a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(NameOf(lines[a.Line]), NameOf(lines[b.Line]))
        );
        return weighed.ConvertAll(term => new FeedbackTerm(term.Weight, term.Numbers));
    }

    private int LineOf(int view, int term)
    {
        if (!isOneView)
        {
            var name = search.Views[view].Segment.Dictionary.TermOf(term);
            if (names.TryGetValue(name, out var known))
                return known;
            names.Add(name, lines.Count);
        }

        lines.Add(
            new Line
            {
                View = view,
                Term = term,
                Last = -1,
            }
        );
        return lines.Count - 1;
    }

    private (int[] Numbers, long Passages) Find(in Line line) =>
        search.Views.Count == 1 ? ([line.Term], search.Views[0].CountLive(line.Term)) : search.Find(NameOf(line));

    private string NameOf(in Line line) => search.Views[line.View].Segment.Dictionary.TermOf(line.Term);

    private struct Line
    {
        public double Sum;
        public int View;
        public int Term;
        public int Passages;
        public int Last;
    }
}
