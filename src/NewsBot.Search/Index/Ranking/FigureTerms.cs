using System.Collections;
using System.Runtime.CompilerServices;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>The terms of a segment that start with a digit. Made when it is first asked for. Immutable, thread-safe.</summary>
internal sealed class FigureTerms
{
    private static readonly ConditionalWeakTable<Segment, FigureTerms> Sets = [];

    private readonly BitArray figures;

    private FigureTerms(Segment segment)
    {
        figures = new BitArray(segment.Info.Terms);
        var walk = segment.Dictionary.Seek("0"u8);
        while (walk.MoveNext() && walk.Term[0] <= (byte)'9')
            figures[walk.Number] = true;
    }

    /// <summary>Those of a segment.</summary>
    public static FigureTerms Of(Segment segment) => Sets.GetValue(segment, static key => new FigureTerms(key));

    /// <summary>Whether a term is a figure.</summary>
    public bool Contains(int term) => figures[term];
}
