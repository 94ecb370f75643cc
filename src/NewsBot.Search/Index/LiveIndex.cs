using NewsBot.Search.Index.Ranking;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index;

/// <summary>
/// Represents the segments that make up an index, and the writes that change them. Thread-safe: writers wait for one another; readers
/// never wait.
/// </summary>
internal sealed class LiveIndex
{
    private readonly Bm25Weights weights;
    private readonly RankingWeights ranking;
    private readonly Dictionary<long, (Segment Segment, int Document)> places = [];
    private readonly Lock writing = new();
    private volatile IndexSnapshot snapshot;
    private Action? spill;

    /// <summary>Creates an index of some segments.</summary>
    public LiveIndex(Bm25Weights weights, RankingWeights ranking, IReadOnlyList<SegmentView> views)
    {
        this.ranking = ranking;
        this.weights = weights;
        foreach (var view in views)
            Place(view);
        snapshot = new IndexSnapshot(views, weights, ranking);
    }

    /// <summary>Gets the index as it is now.</summary>
    public IndexSnapshot Snapshot => snapshot;

    /// <summary>Applies changes: see <see cref="IPassageIndex.Apply"/>.</summary>
    public void Apply(IReadOnlyCollection<long> removed, IReadOnlyCollection<IndexDocument> put)
    {
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(put);
        if (put.GroupBy(document => document.Key).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new ArgumentException($"Two documents have the key {repeated.Key}.", nameof(put));
        if (put.FirstOrDefault(document => document.RightsClass >= 64) is { } unknown)
            throw new ArgumentException(
                $"The document {unknown.Key} has the rights class {unknown.RightsClass}; there are 0 to 63.",
                nameof(put)
            );

        var added = Build(put);
        lock (writing)
        {
            var views = TakeOut([.. removed, .. put.Select(document => document.Key)]);
            foreach (var view in added)
                Place(view);
            views.AddRange(added);
            while (MergePolicy.ChooseInMemory(views) is { Count: > 0 } merged)
                Replace(views, merged, MergeInMemory(merged));
            snapshot = new IndexSnapshot(views, weights, ranking);
        }

        // Outside the lock: the store publishes what it has written, and others may have written in the meantime.
        if (snapshot.Views.Sum(view => view.Segment.IsStored ? 0 : view.Segment.Info.Postings) > MergePolicy.MostInMemory)
            spill?.Invoke();
    }

    /// <summary>Returns the hits: see <see cref="IPassageIndex.Search"/>.</summary>
    public IReadOnlyList<PassageHit> Search(PassageQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, 1);
        return snapshot.Search(query);
    }

    /// <summary>Returns the hits with reasons: see <see cref="IPassageIndex.Explain"/>.</summary>
    public IReadOnlyList<PassageExplanation> Explain(PassageQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, 1);
        return snapshot.Explain(query);
    }

    /// <summary>Sets the action to call when much is in memory.</summary>
    public void SpillWith(Action action) => spill = action;

    /// <summary>Replaces segments with the one merged from them. Documents removed during the merge are removed from it.</summary>
    /// <param name="before">The views at the start of the merge.</param>
    /// <param name="merged">The merged segment.</param>
    public void Publish(IReadOnlyList<SegmentView> before, Segment merged)
    {
        lock (writing)
            PublishMerged(before.Select(view => view.Segment).ToHashSet(), merged);
    }

    private void PublishMerged(HashSet<Segment> segments, Segment merged)
    {
        var views = snapshot.Views.ToList();
        var gone = new List<int>();
        var keys = merged.Keys;
        for (var document = 0; document < keys.Length; document++)
        {
            if (!places.TryGetValue(keys[document], out var place) || !segments.Contains(place.Segment))
                gone.Add(document);
        }

        var view = new SegmentView(merged);
        Replace(views, [.. views.Where(old => segments.Contains(old.Segment))], gone.Count == 0 ? view : view.Without(gone));
        snapshot = new IndexSnapshot(views, weights, ranking);
    }

    private void Replace(List<SegmentView> views, IReadOnlyList<SegmentView> old, SegmentView merged)
    {
        views.RemoveAll(old.Contains);
        if (merged.DocumentCount == 0)
            return;
        Place(merged);
        views.Add(merged);
    }

    private List<SegmentView> Build(IEnumerable<IndexDocument> put)
    {
        var views = new List<SegmentView>();
        var builder = new SegmentBuilder();
        foreach (var document in put)
        {
            builder.Add(document);
            if (builder.TokenCount < MergePolicy.LargestInMemory)
                continue;
            views.Add(Finish(builder));
            builder = new SegmentBuilder();
        }

        if (builder.DocumentCount > 0)
            views.Add(Finish(builder));
        return views;
    }

    private SegmentView Finish(SegmentBuilder builder)
    {
        var bytes = new MemoryStream();
        builder.WriteTo(bytes, weights);
        return new SegmentView(SegmentFile.ReadTrusted(bytes.GetBuffer().AsMemory(0, (int)bytes.Length)));
    }

    private SegmentView MergeInMemory(IReadOnlyList<SegmentView> views)
    {
        var bytes = new MemoryStream();
        SegmentMerge.Write(views, bytes, weights, CancellationToken.None);
        return new SegmentView(SegmentFile.ReadTrusted(bytes.GetBuffer().AsMemory(0, (int)bytes.Length)));
    }

    private List<SegmentView> TakeOut(HashSet<long> keys)
    {
        var views = snapshot.Views.ToList();
        var known = keys.Where(places.ContainsKey).Select(key => places[key]).ToLookup(place => place.Segment, place => place.Document);
        for (var i = 0; i < views.Count; i++)
        {
            if (known.Contains(views[i].Segment))
                views[i] = views[i].Without(known[views[i].Segment]);
        }

        foreach (var key in keys)
            places.Remove(key);
        views.RemoveAll(view => view.DocumentCount == 0);
        return views;
    }

    private void Place(SegmentView view)
    {
        var keys = view.Segment.Keys;
        for (var document = 0; document < keys.Length; document++)
        {
            if (view.IsLive(document))
                places[keys[document]] = (view.Segment, document);
        }
    }
}
