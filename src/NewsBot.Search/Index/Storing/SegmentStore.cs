using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Storing;

/// <summary>Brings an index's segments to the disk and merges them there in the background. Thread-safe.</summary>
internal sealed class SegmentStore : IDisposable
{
    // A merge reads and writes at most this much; larger segments stay as they are while most of their documents live.
    private const long LargestMerged = 64_000_000;

    private readonly IndexDirectory directory;
    private readonly LiveIndex live;
    private readonly Bm25Weights weights;
    private readonly Lock storing = new();
    private readonly CancellationTokenSource stopping = new();
    private long nextSegment;
    private long appliedChange;
    private Thread? merging;
    private bool isStopped;

    /// <summary>A store over an open directory.</summary>
    public SegmentStore(IndexDirectory directory, LiveIndex live, Bm25Weights weights, Manifest? manifest)
    {
        (this.directory, this.live, this.weights) = (directory, live, weights);
        nextSegment = manifest?.NextSegment ?? 1;
        appliedChange = manifest?.AppliedChange ?? 0;
    }

    /// <summary>As <see cref="IPassageIndex.AppliedChange"/>.</summary>
    public long AppliedChange => Volatile.Read(ref appliedChange);

    /// <summary>As <see cref="IPassageIndex.Commit"/>.</summary>
    public void Commit(long change)
    {
        lock (storing)
        {
            if (directory.IsWriter && !isStopped)
            {
                Store(live.Snapshot);
                WriteManifest(change);
                StartMerge();
            }

            Volatile.Write(ref appliedChange, change);
        }
    }

    /// <summary>Moves the segments in memory to the disk, not yet for good: a commit does that.</summary>
    public void Spill()
    {
        lock (storing)
        {
            if (directory.IsWriter && !isStopped)
                Store(live.Snapshot);
        }
    }

    /// <summary>Waits until no merge is under way.</summary>
    public void WaitForMerges()
    {
        while (Merging() is { } thread)
            thread.Join();
    }

    /// <summary>Ends a merge and writes nothing any more.</summary>
    public void Dispose()
    {
        lock (storing)
        {
            if (isStopped)
                return;
            isStopped = true;
        }

        stopping.Cancel();
        WaitForMerges();
        stopping.Dispose();
    }

    // Within the lock: a merge that ends may start the next one in the same breath.
    private Thread? Merging()
    {
        lock (storing)
            return merging;
    }

    private void Store(IndexSnapshot snapshot)
    {
        var inMemory = snapshot.Views.Where(view => !view.Segment.IsStored && view.DocumentCount > 0).ToList();
        if (inMemory.Count > 0)
            live.Publish(inMemory, Merge(inMemory, CancellationToken.None));
    }

    private Segment Merge(IReadOnlyList<SegmentView> views, CancellationToken cancellationToken) =>
        directory.Create(Interlocked.Increment(ref nextSegment) - 1, stream => SegmentMerge.Write(views, stream, weights, cancellationToken));

    private void WriteManifest(long change)
    {
        var stored = live.Snapshot.Views.Where(view => view.Segment.IsStored).ToList();
        directory.Commit(new Manifest(
            change,
            Interlocked.Read(ref nextSegment),
            [.. stored.Select(view => new ManifestLine(view.Segment.FileNumber, view.Segment.FileLength, view.Segment.Checksum, view.Removed.ToArray()))]));
        if (merging is null)
            directory.DeleteOthers([.. stored.Select(view => view.Segment.FileNumber)]);
    }

    private void StartMerge()
    {
        if (merging is not null || MergePolicy.ChooseStored(live.Snapshot.Views, LargestMerged) is not { Count: > 0 } views)
            return;

        // A thread of its own below normal priority: a merge takes minutes of a large archive and must not hold up searches.
        merging = new Thread(() => RunMerge(views)) { IsBackground = true, Name = "index merge", Priority = ThreadPriority.BelowNormal };
        merging.Start();
    }

    private void RunMerge(IReadOnlyList<SegmentView> views)
    {
        try
        {
            var merged = Merge(views, stopping.Token);
            lock (storing)
            {
                merging = null;
                if (isStopped)
                    return;
                live.Publish(views, merged);
                WriteManifest(AppliedChange);
                StartMerge();
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            // Stopped, or the disk is full: the segments stay as they are, and the next commit tries again.
            lock (storing)
                merging = null;
        }
    }
}
