using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index;

/// <summary>Decides which segments become one, so that writes stay cheap and searches meet few segments.</summary>
/// <remarks>
/// Segments of like size make a tier; a tier that is full is merged into a segment of the next one. A posting is thus written again
/// about log₈(n) times in all.
/// </remarks>
internal static class MergePolicy
{
    /// <summary>Postings from which a segment in memory is left as it is while most of its documents live; also the largest one that is built at once.</summary>
    public const int LargestInMemory = 4_000_000;

    /// <summary>Postings in memory above which they are moved to the disk without waiting for a commit: about 100 MB.</summary>
    public const long MostInMemory = 32_000_000;

    private const int SegmentsPerTier = 8;

    /// <summary>The views in memory to merge now; empty when there is nothing to do.</summary>
    public static IReadOnlyList<SegmentView> ChooseInMemory(IReadOnlyList<SegmentView> views) =>
        Choose(views.Where(view => !view.Segment.IsStored), LargestInMemory);

    /// <summary>The views on disk to merge now; empty when there is nothing to do.</summary>
    /// <param name="views">All views.</param>
    /// <param name="largest">Postings from which a segment is left as it is.</param>
    public static IReadOnlyList<SegmentView> ChooseStored(IReadOnlyList<SegmentView> views, long largest) =>
        Choose(views.Where(view => view.Segment.IsStored), largest);

    private static List<SegmentView> Choose(IEnumerable<SegmentView> candidates, long largest)
    {
        var views = candidates.ToList();
        if (views.FirstOrDefault(IsMostlyRemoved) is { } hollow)
            return [hollow];
        return views.Where(view => view.Segment.Info.Postings < largest)
            .GroupBy(view => (int)Math.Log(view.Segment.Info.Postings + 1, SegmentsPerTier))
            .FirstOrDefault(tier => tier.Count() >= SegmentsPerTier)?.ToList() ?? [];
    }

    private static bool IsMostlyRemoved(SegmentView view) => view.PassageCount * 2 < view.Segment.PassageCount;
}
