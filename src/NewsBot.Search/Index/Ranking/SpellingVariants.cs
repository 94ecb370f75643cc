using System.Text;
using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Finds other spellings of a query's names among the index's own terms. They score below the spelling in the query.</summary>
internal static class SpellingVariants
{
    private const int LongName = 8;
    private const int MostVariants = 4;

    /// <summary>Returns the other spellings of a term.</summary>
    /// <param name="views">The views of a snapshot.</param>
    /// <param name="passageCount">The number of live passages in them.</param>
    /// <param name="term">A term of the query with its weight; of weight 0 when the index does not have it.</param>
    /// <param name="factor">The weight of a variant, relative to the term.</param>
    /// <param name="isUnknown">
    /// Whether the term occurs nowhere, so that any similar term may be meant. Finding these takes a walk over one letter of the
    /// dictionary.
    /// </param>
    /// <returns>The variants, most frequent first.</returns>
    public static List<WeightedTerm> Of(
        IReadOnlyList<SegmentView> views,
        long passageCount,
        WeightedTerm term,
        double factor,
        bool isUnknown
    )
    {
        var utf8 = Encoding.UTF8.GetBytes(term.Term);
        var key = SpellingKey.Of(utf8);
        if (key == SpellingKey.None)
            return [];
        var spellings = new HashSet<string>();
        var numbers = new List<int>();
        foreach (var view in views)
        {
            numbers.Clear();
            SpellingTable.Of(view.Segment).Find(key, numbers);
            if (isUnknown && term.Term.Length > SpellingKey.MinTermLength)
                numbers.AddRange(view.Segment.Dictionary.Near(utf8, ChangesIn(term.Term.Length)));
            foreach (var number in numbers)
                spellings.Add(view.Segment.Dictionary.TermOf(number));
        }

        return Weigh(
            views,
            passageCount,
            term,
            factor,
            spellings.Where(spelling => spelling != term.Term && IsNear(spelling, term.Term)),
            MostVariants
        );
    }

    /// <summary>Returns other spellings as variants of a term: those that a passage has, most frequent first.</summary>
    public static List<WeightedTerm> Weigh(
        IReadOnlyList<SegmentView> views,
        long passageCount,
        WeightedTerm term,
        double factor,
        IEnumerable<string> spellings,
        int atMost
    )
    {
        return
        [
            .. spellings
                .Select(spelling => (Spelling: spelling, Found: PlannedSearch.Find(views, spelling)))
                .Where(variant => variant.Found.Passages > 0)
                .OrderByDescending(variant => variant.Found.Passages)
                .ThenBy(variant => variant.Spelling, StringComparer.Ordinal)
                .Take(atMost)
                .Select(variant => new WeightedTerm(
                    variant.Spelling,
                    factor * WeightOf(variant.Found.Passages),
                    variant.Found.Numbers,
                    IsVariant: true
                )),
        ];

        // A rarer spelling would otherwise outweigh the one in the query.
        double WeightOf(long passages)
        {
            var weight = (new Bm25Weights().Saturation + 1) * Bm25Weights.InverseDocumentFrequency(passageCount, passages);
            return term.Weight > 0 ? Math.Min(term.Weight, weight) : weight;
        }
    }

    private static bool IsNear(string a, string b) =>
        EditDistance(a.Replace('y', 'i').Replace('j', 'i'), b.Replace('y', 'i').Replace('j', 'i'))
        <= ChangesIn(Math.Min(a.Length, b.Length));

    private static int ChangesIn(int length) => length < LongName ? 1 : 2;

    // Levenshtein distance, with one row.
    private static int EditDistance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
