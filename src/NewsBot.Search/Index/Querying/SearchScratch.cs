using System.Collections.Concurrent;
using NewsBot.Search.Index.Ranking;

namespace NewsBot.Search.Index.Querying;

/// <summary>Provides the buffers of a search, reused so that a query need not allocate them again.</summary>
internal sealed class SearchScratch
{
    private static readonly ConcurrentBag<SearchScratch> Free = [];

    /// <summary>Gets the buffers for searches without required terms.</summary>
    public WindowedMaxScore MaxScore { get; } = new();

    /// <summary>Gets the buffers for searches with required terms.</summary>
    public RequiredFirst RequiredFirst { get; } = new();

    /// <summary>Gets the buffers for ranking the results.</summary>
    public ReadTexts Texts { get; } = new();

    /// <summary>Returns buffers that no other search uses.</summary>
    public static SearchScratch Rent() => Free.TryTake(out var scratch) ? scratch : new SearchScratch();

    /// <summary>Gives the buffers back. Not called after a failed search: its buffers may be half used.</summary>
    public void Return() => Free.Add(this);
}
