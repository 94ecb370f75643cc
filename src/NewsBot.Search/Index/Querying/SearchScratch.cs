using System.Collections.Concurrent;
using NewsBot.Search.Index.Ranking;

namespace NewsBot.Search.Index.Querying;

/// <summary>Buffers of a search, reused so that a query does not allocate them anew.</summary>
internal sealed class SearchScratch
{
    private static readonly ConcurrentBag<SearchScratch> Free = [];

    /// <summary>For searches without required terms.</summary>
    public WindowedMaxScore MaxScore { get; } = new();

    /// <summary>For searches with required terms.</summary>
    public RequiredFirst RequiredFirst { get; } = new();

    /// <summary>For ranking what was found.</summary>
    public ReadTexts Texts { get; } = new();

    /// <summary>Buffers that nobody else uses.</summary>
    public static SearchScratch Rent() => Free.TryTake(out var scratch) ? scratch : new SearchScratch();

    /// <summary>Gives the buffers back. Not called when a search failed: its buffers may be half used.</summary>
    public void Return() => Free.Add(this);
}
