using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>
/// Provides the terms of some passages and headlines, read once although several signals use them. Reused; not thread-safe.
/// </summary>
internal sealed class ReadTexts
{
    private readonly List<int> ends = [];
    private int[] terms = new int[1 << 14];

    /// <summary>Clears all texts.</summary>
    public void Clear() => ends.Clear();

    /// <summary>Reads a text and returns its number.</summary>
    public int Add(TokenStream text)
    {
        var start = ends.Count == 0 ? 0 : ends[^1];
        if (start + text.MostTerms > terms.Length)
            Array.Resize(ref terms, Math.Max(start + text.MostTerms, terms.Length * 2));
        ends.Add(start + text.CopyTo(terms.AsSpan(start)));
        return ends.Count - 1;
    }

    /// <summary>Gets the terms of a text in order, by the numbers of its segment.</summary>
    public ReadOnlySpan<int> this[int text] => terms.AsSpan((text == 0 ? 0 : ends[text - 1])..ends[text]);
}
