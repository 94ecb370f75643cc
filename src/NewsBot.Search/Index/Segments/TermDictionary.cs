using System.Text;

namespace NewsBot.Search.Index.Segments;

/// <summary>Provides exact, prefix and fuzzy look-ups of a segment's terms, all by reading in place.</summary>
internal readonly struct TermDictionary(Segment segment)
{
    /// <summary>Specifies the result of <see cref="Find(string)"/> for an unknown term.</summary>
    public const int Unknown = -1;

    /// <summary>Specifies the maximum length of a term in UTF-8, in bytes.</summary>
    public const int MaxTermBytes = Analysis.TextAnalyzer.MaxWordLength * Analysis.TermFolding.MaxExpansion * 3;

    /// <summary>Gets the number of terms.</summary>
    public int Count => segment.Info.Terms;

    /// <summary>Returns the number of a term; <see cref="Unknown"/> when the segment does not have it.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
        var walk = Seek(term);
        return walk.MoveNext() && walk.Term.SequenceEqual(term) ? walk.Number : Unknown;
    }

    /// <summary>Returns the number of a term; <see cref="Unknown"/> when the segment does not have it.</summary>
    public int Find(string term)
    {
        Span<byte> utf8 = stackalloc byte[MaxTermBytes];
        return Encoding.UTF8.TryGetBytes(term, utf8, out var length) ? Find(utf8[..length]) : Unknown;
    }

    /// <summary>Returns a walk over the terms in order, from the first that is not before the given one.</summary>
    public TermWalk Seek(ReadOnlySpan<byte> from)
    {
        var walk = new TermWalk(segment, BlockOf(from));
        while (walk.MoveNext())
        {
            if (walk.Term.SequenceCompareTo(from) >= 0)
            {
                walk.StepBack();
                break;
            }
        }

        return walk;
    }

    /// <summary>Returns the numbers of the terms with a prefix, in the order of the terms, up to a maximum.</summary>
    public List<int> WithPrefix(string prefix, int atMost)
    {
        var utf8 = Encoding.UTF8.GetBytes(prefix);
        var found = new List<int>();
        var walk = Seek(utf8);
        while (found.Count < atMost && walk.MoveNext() && walk.Term.StartsWith(utf8))
            found.Add(walk.Number);
        return found;
    }

    /// <summary>
    /// Returns the numbers of the terms that start with the same byte and are within the given number of changes, in the order of the
    /// terms.
    /// </summary>
    /// <remarks>
    /// Levenshtein distance over bytes. Terms that share a prefix share its rows, and terms already too far away are skipped.
    /// </remarks>
    public List<int> Near(ReadOnlySpan<byte> term, int changes)
    {
        var found = new List<int>();
        if (term.IsEmpty || Count == 0)
            return found;

        // Row n: how far the first n bytes of a term are from each prefix of the given one.
        var width = term.Length + 1;
        var rows = new int[(term.Length + changes + 1) * width];
        for (var i = 0; i < width; i++)
            rows[i] = i;
        var (computed, tooFar) = (0, int.MaxValue);
        var walk = Seek(term[..1]);
        while (walk.MoveNext() && walk.Term[0] == term[0])
        {
            var candidate = walk.Term;
            computed = Math.Min(computed, walk.Shared);
            if (walk.Shared >= tooFar)
                continue;
            tooFar = int.MaxValue;
            if (candidate.Length > term.Length + changes)
                continue;
            while (computed < candidate.Length && tooFar == int.MaxValue)
            {
                var nearest = NextRow(rows.AsSpan(computed * width, 2 * width), candidate[computed], term);
                computed++;
                if (nearest > changes)
                    tooFar = computed;
            }

            if (tooFar == int.MaxValue && rows[(candidate.Length * width) + term.Length] <= changes)
                found.Add(walk.Number);
        }

        return found;
    }

    /// <summary>Returns the term with a number.</summary>
    public string TermOf(int number)
    {
        var place = segment.Column<int>(SegmentSection.TermPlaces)[number];
        var walk = new TermWalk(segment, place / SegmentFormat.DictionaryBlockTerms);
        for (var i = place % SegmentFormat.DictionaryBlockTerms; i >= 0; i--)
            walk.MoveNext();
        return Encoding.UTF8.GetString(walk.Term);
    }

    // Computes the second row from the first, and returns the smallest number in it.
    private static int NextRow(Span<int> rows, byte next, ReadOnlySpan<byte> term)
    {
        var before = rows[..(term.Length + 1)];
        var row = rows[(term.Length + 1)..];
        var least = row[0] = before[0] + 1;
        for (var i = 1; i < row.Length; i++)
        {
            row[i] = Math.Min(Math.Min(before[i], row[i - 1]) + 1, before[i - 1] + (term[i - 1] == next ? 0 : 1));
            least = Math.Min(least, row[i]);
        }

        return least;
    }

    // Returns the last block whose first term is not after the given one; the first block when there is none.
    private int BlockOf(ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, ((Count + SegmentFormat.DictionaryBlockTerms - 1) / SegmentFormat.DictionaryBlockTerms) - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (TermWalk.FirstTermOf(segment, middle).SequenceCompareTo(term) <= 0)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
