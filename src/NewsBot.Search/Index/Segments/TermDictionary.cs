using System.Text;

namespace NewsBot.Search.Index.Segments;

/// <summary>The terms of a segment: exact, prefix and fuzzy look-ups, all by reading in place.</summary>
internal readonly struct TermDictionary(Segment segment)
{
    /// <summary>What <see cref="Find(string)"/> returns for an unknown term.</summary>
    public const int Unknown = -1;

    /// <summary>The longest term in UTF-8.</summary>
    public const int MaxTermBytes = Analysis.TextAnalyzer.MaxWordLength * Analysis.TermFolding.MaxExpansion * 3;

    /// <summary>Number of terms.</summary>
    public int Count => segment.Info.Terms;

    /// <summary>The number of a term; <see cref="Unknown"/> when the segment does not have it.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
        var walk = Seek(term);
        return walk.MoveNext() && walk.Term.SequenceEqual(term) ? walk.Number : Unknown;
    }

    /// <summary>The number of a term; <see cref="Unknown"/> when the segment does not have it.</summary>
    public int Find(string term)
    {
        Span<byte> utf8 = stackalloc byte[MaxTermBytes];
        return Encoding.UTF8.TryGetBytes(term, utf8, out var length) ? Find(utf8[..length]) : Unknown;
    }

    /// <summary>A walk over the terms in order, from the first that is not before the given one.</summary>
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

    /// <summary>The numbers of the terms that start with a prefix, in the order of the terms, at most so many.</summary>
    public List<int> WithPrefix(string prefix, int atMost)
    {
        var utf8 = Encoding.UTF8.GetBytes(prefix);
        var found = new List<int>();
        var walk = Seek(utf8);
        while (found.Count < atMost && walk.MoveNext() && walk.Term.StartsWith(utf8))
            found.Add(walk.Number);
        return found;
    }

    /// <summary>The term with a number.</summary>
    public string TermOf(int number)
    {
        var place = segment.Column<int>(SegmentSection.TermPlaces)[number];
        var walk = new TermWalk(segment, place / SegmentFormat.DictionaryBlockTerms);
        for (var i = place % SegmentFormat.DictionaryBlockTerms; i >= 0; i--)
            walk.MoveNext();
        return Encoding.UTF8.GetString(walk.Term);
    }

    // The last block whose first term is not after the given one; the first block when there is none.
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
