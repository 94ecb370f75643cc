using NewsBot.Search.Index.Ranking;
using NewsBot.Search.Index.Segments;
using NewsBot.Search.Index.Storing;

namespace NewsBot.Search.Index;

/// <summary>The passage index in a directory: what was committed is there after a restart.</summary>
/// <remarks>
/// Thread-safe, as <see cref="IPassageIndex"/> says. Writes are searchable at once from memory; <see cref="Commit"/> moves them to the disk.
/// Every byte is checked when the index is opened. Should anything be missing or damaged, <see cref="Damage"/> names it, and the index starts
/// empty with <see cref="AppliedChange"/> 0, so that who fills it from the store fills all of it again.
/// One process writes to the directory. In others that open it meanwhile <see cref="IsKept"/> is false: they start from what was committed,
/// and what they add to it stays in their memory.
/// </remarks>
public sealed class StoredPassageIndex : IPassageIndex, IDisposable
{
    // A segment that another process replaced after the manifest was read is gone; the next manifest names its successor.
    private const int OpenAttempts = 3;

    // A commit says of all that was applied that it is on the disk: nothing may be applied while it looks.
    private readonly Lock writing = new();
    private readonly IndexDirectory directory;
    private readonly LiveIndex live;
    private readonly SegmentStore store;

    private StoredPassageIndex(IndexDirectory directory, string? damage, Manifest? manifest, IReadOnlyList<SegmentView> views, Bm25Weights weights, RankingWeights ranking)
    {
        this.directory = directory;
        Damage = damage;
        live = new LiveIndex(weights, ranking, views);
        store = new SegmentStore(directory, live, weights, manifest);
        live.SpillWith(store.Spill);
    }

    /// <inheritdoc/>
    public int PassageCount => live.Snapshot.PassageCount;

    /// <inheritdoc/>
    public int DocumentCount => live.Snapshot.DocumentCount;

    /// <inheritdoc/>
    public long AppliedChange => store.Applied.Change;

    /// <inheritdoc/>
    public string AppliedHistory => store.Applied.History;

    /// <summary>What was wrong with the files when the index was opened, naming the file; null when nothing was.</summary>
    public string? Damage { get; }

    /// <summary>Whether commits go to the disk; false while another process has the directory open for writing.</summary>
    public bool IsKept => directory.IsWriter;

    internal IndexSnapshot Snapshot => live.Snapshot;

    /// <summary>Waits until no merge is under way.</summary>
    internal void WaitForMerges() => store.WaitForMerges();

    /// <summary>Opens the index of a directory, which is made when it is missing.</summary>
    /// <param name="directory">For this index alone.</param>
    /// <exception cref="IOException">The directory cannot be made or read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be.</exception>
    public static StoredPassageIndex Open(string directory) => Open(directory, new Bm25Weights(), new RankingWeights());

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Two documents of <paramref name="put"/> have the same key; nothing was changed.</exception>
    public void Apply(IReadOnlyCollection<long> removed, IReadOnlyCollection<IndexDocument> put)
    {
        lock (writing)
            live.Apply(removed, put);
    }

    /// <inheritdoc/>
    public void Commit(long appliedChange, string history = "")
    {
        ArgumentNullException.ThrowIfNull(history);
        lock (writing)
            store.Commit(new AppliedState(appliedChange, history));
    }

    /// <inheritdoc/>
    public IEnumerable<IndexedDocument> Documents() => live.Snapshot.Documents();

    /// <inheritdoc/>
    public IReadOnlyList<PassageHit> Search(PassageQuery query) => live.Search(query);

    /// <inheritdoc/>
    public IReadOnlyList<PassageExplanation> Explain(PassageQuery query) => live.Explain(query);

    /// <summary>Stops a merge that is under way and lets others write to the directory. What was not committed is lost.</summary>
    public void Dispose()
    {
        store.Dispose();
        directory.Dispose();
    }

    internal static StoredPassageIndex Open(string path, Bm25Weights weights, RankingWeights ranking)
    {
        var directory = new IndexDirectory(path);
        string? damage = null;
        for (var attempt = 1; attempt <= OpenAttempts; attempt++)
        {
            try
            {
                var manifest = directory.ReadManifest();
                IReadOnlyList<SegmentView> views = manifest is null ? [] : [.. manifest.Segments.Select(directory.Open)];
                return new StoredPassageIndex(directory, null, manifest, views, weights, ranking);
            }
            catch (InvalidDataException found)
            {
                damage = found.Message;
                if (directory.IsWriter)
                    break;
            }
        }

        if (directory.IsWriter)
            directory.Clear();
        return new StoredPassageIndex(directory, damage, null, [], weights, ranking);
    }
}
