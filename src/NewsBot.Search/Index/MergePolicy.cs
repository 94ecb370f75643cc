using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index;

/// <summary>Decides which segments to merge, so that writes stay cheap and searches read few segments.</summary>
/// <remarks>
/// Segments of similar size form a tier; a full tier is merged into a segment of the next one. A posting is thus written about log₈(n)
/// times in all.
/// </remarks>
internal static class MergePolicy
{
    /// <summary>
    /// Specifies the number of postings from which a segment in memory is left alone while most of its documents are live; also the
    /// largest built at once.
    /// </summary>
    public const int LargestInMemory = 4_000_000;

    /// <summary>
    /// Specifies the number of postings in memory above which they are moved to disk without waiting for a commit: about 100 MB.
    /// </summary>
    public const long MostInMemory = 32_000_000;

    private const int SegmentsPerTier = 8;

    /// <summary>Returns the views in memory to merge now; empty when there is nothing to do.</summary>
    public static IReadOnlyList<SegmentView> ChooseInMemory(IReadOnlyList<SegmentView> views) =>
        Choose(views.Where(view => !view.Segment.IsStored), LargestInMemory);

    /// <summary>Returns the views on disk to merge now; empty when there is nothing to do.</summary>
    /// <param name="views">All views.</param>
    /// <param name="largest">The number of postings from which a segment is left alone.</param>
    public static IReadOnlyList<SegmentView> ChooseStored(IReadOnlyList<SegmentView> views, long largest) =>
        Choose(views.Where(view => view.Segment.IsStored), largest);

    private static List<SegmentView> Choose(IEnumerable<SegmentView> candidates, long largest)
    {
        var views = candidates.ToList();
        if (views.FirstOrDefault(IsMostlyRemoved) is { } hollow)
            return [hollow];
        return views
                .Where(view => view.Segment.Info.Postings < largest)
                .GroupBy(view => (int)Math.Log(view.Segment.Info.Postings + 1, SegmentsPerTier))
                .FirstOrDefault(tier => tier.Count() >= SegmentsPerTier)
                ?.ToList()
            ?? [];
    }

    private static bool IsMostlyRemoved(SegmentView view) => view.PassageCount * 2 < view.Segment.PassageCount;
}
