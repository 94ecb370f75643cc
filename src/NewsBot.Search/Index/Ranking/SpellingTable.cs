using System.Runtime.CompilerServices;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>
/// Provides the terms of a segment by <see cref="SpellingKey"/>. Built on first use: about 20 ms for 300,000 terms. Immutable,
/// thread-safe.
/// </summary>
internal sealed class SpellingTable
{
    private static readonly ConditionalWeakTable<Segment, SpellingTable> Tables = [];

    // Key in the high half, term number in the low half; sorted.
    private readonly ulong[] lines;

    private SpellingTable(Segment segment)
    {
        var found = new List<ulong>();
        var walk = new TermWalk(segment, 0);
        while (walk.MoveNext())
        {
            if (SpellingKey.Of(walk.Term) is not SpellingKey.None and var key)
                found.Add(((ulong)key << 32) | (uint)walk.Number);
        }

        lines = [.. found.Order()];
    }

    /// <summary>Returns the table of a segment.</summary>
    public static SpellingTable Of(Segment segment) => Tables.GetValue(segment, static key => new SpellingTable(key));

    /// <summary>Adds the numbers of the terms with a key to a list.</summary>
    public void Find(uint key, List<int> numbers)
    {
        var at = Array.BinarySearch(lines, (ulong)key << 32);
        for (at = at < 0 ? ~at : at; at < lines.Length && lines[at] >> 32 == key; at++)
            numbers.Add((int)(uint)lines[at]);
    }
}
