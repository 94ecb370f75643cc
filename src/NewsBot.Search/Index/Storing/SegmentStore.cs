using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Storing;

/// <summary>Writes an index's segments to disk and merges them there in the background. Thread-safe.</summary>
internal sealed class SegmentStore : IDisposable
{
    // A merge reads and writes at most this much; larger segments are left alone while most of their documents are live.
    private const long LargestMerged = 64_000_000;

    private readonly IndexDirectory directory;
    private readonly LiveIndex live;
    private readonly Bm25Weights weights;
    private readonly Lock storing = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly HashSet<long> ownFiles = [];
    private long nextSegment;
    private volatile AppliedState applied;
    private Thread? merging;
    private bool isStopped;

    /// <summary>Creates a store over an open directory.</summary>
    public SegmentStore(IndexDirectory directory, LiveIndex live, Bm25Weights weights, Manifest? manifest)
    {
        (this.directory, this.live, this.weights) = (directory, live, weights);
        nextSegment = manifest?.NextSegment ?? 1;
        applied = manifest?.Applied ?? AppliedState.None;
        if (directory.IsWriter)
            Own(manifest);
    }

    /// <summary>Gets the state passed to the last commit.</summary>
    public AppliedState Applied => applied;

    /// <summary>Commits: see <see cref="IPassageIndex.Commit"/>.</summary>
    public void Commit(AppliedState state)
    {
        lock (storing)
        {
            if (!isStopped && (directory.IsWriter || TakeOver()))
            {
                Store(live.Snapshot);
                WriteManifest(state);
                StartMerge();
            }

            applied = state;
        }
    }

    /// <summary>Moves the segments in memory to disk. They become durable only with a commit. On a full disk they stay in memory.</summary>
    public void Spill()
    {
        lock (storing)
        {
            if (!directory.IsWriter || isStopped)
                return;
            try
            {
                Store(live.Snapshot);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // The commit that follows also fails, and reports it.
            }
        }
    }

    /// <summary>Waits until no merge is in progress.</summary>
    public void WaitForMerges()
    {
        while (Merging() is { } thread)
            thread.Join();
    }

    /// <summary>Ends a merge and stops all writing.</summary>
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

    // Inside the lock, because a merge that ends may immediately start the next one.
    private Thread? Merging()
    {
        lock (storing)
            return merging;
    }

    // The process that wrote has ended. Its files now belong to this store, unless one of its merges removed them from the manifest:
    // those that this index still reads are written again with the next commit.
    private bool TakeOver()
    {
        if (!directory.TryBecomeWriter())
            return false;
        try
        {
            Own(directory.ReadManifest());
        }
        catch (InvalidDataException)
        {
            // Everything is written again.
        }

        return true;
    }

    private void Own(Manifest? manifest)
    {
        if (manifest is null)
            return;
        nextSegment = Math.Max(nextSegment, manifest.NextSegment);
        var lines = manifest.Segments.ToDictionary(line => line.Number);
        foreach (var segment in live.Snapshot.Views.Select(view => view.Segment))
        {
            if (
                segment.IsStored
                && lines.TryGetValue(segment.FileNumber, out var line)
                && line.Checksum == segment.Checksum
                && line.Length == segment.FileLength
            )
                ownFiles.Add(segment.FileNumber);
        }
    }

    private bool IsKept(Segment segment) => segment.IsStored && ownFiles.Contains(segment.FileNumber);

    private void Store(IndexSnapshot snapshot)
    {
        var inMemory = snapshot.Views.Where(view => !IsKept(view.Segment) && view.DocumentCount > 0).ToList();
        if (inMemory.Count > 0)
            Publish(inMemory, Merge(inMemory, paced: false, CancellationToken.None));
    }

    private Segment Merge(IReadOnlyList<SegmentView> views, bool paced, CancellationToken cancellationToken) =>
        directory.Create(
            Interlocked.Increment(ref nextSegment) - 1,
            stream => SegmentMerge.Write(views, paced ? new PacedStream(stream, cancellationToken) : stream, weights, cancellationToken)
        );

    private void Publish(IReadOnlyList<SegmentView> views, Segment merged)
    {
        ownFiles.Add(merged.FileNumber);
        live.Publish(views, merged);
    }

    private void WriteManifest(AppliedState state)
    {
        var stored = live.Snapshot.Views.Where(view => IsKept(view.Segment)).ToList();
        directory.Commit(
            new Manifest(
                state,
                Interlocked.Read(ref nextSegment),
                [
                    .. stored.Select(view => new ManifestLine(
                        view.Segment.FileNumber,
                        view.Segment.FileLength,
                        view.Segment.Checksum,
                        view.Removed.ToArray()
                    )),
                ]
            )
        );
        if (merging is null)
            directory.DeleteOthers([.. stored.Select(view => view.Segment.FileNumber)]);
        ownFiles.IntersectWith(stored.Select(view => view.Segment.FileNumber));
    }

    private void StartMerge()
    {
        if (merging is not null || MergePolicy.ChooseStored(live.Snapshot.Views, LargestMerged) is not { Count: > 0 } views)
            return;

        // A separate thread below normal priority: merging a large archive takes minutes and must not delay searches.
        merging = new Thread(() => RunMerge(views))
        {
            IsBackground = true,
            Name = "index merge",
            Priority = ThreadPriority.BelowNormal,
        };
        merging.Start();
    }

    private void RunMerge(IReadOnlyList<SegmentView> views)
    {
        try
        {
            var merged = Merge(views, paced: true, stopping.Token);
            lock (storing)
            {
                merging = null;
                if (isStopped)
                    return;
                Publish(views, merged);
                WriteManifest(applied);
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
