using NewsBot.Search.Index.Ranking;
using NewsBot.Search.Index.Segments;
using NewsBot.Search.Index.Storing;

namespace NewsBot.Search.Index;

/// <summary>Represents a passage index in a directory: what was committed is there after a restart.</summary>
/// <remarks>
/// Thread-safe, as described for <see cref="IPassageIndex"/>. Writes are searchable at once from memory; <see cref="Commit"/> moves them
/// to disk. Every byte is checked when the index is opened. If anything is missing or damaged, <see cref="Damage"/> names it, and the
/// index starts empty with <see cref="AppliedChange"/> 0, so that a caller that fills it from the store fills all of it again. One
/// process writes to the directory. In others that open it in the meantime <see cref="IsKept"/> is false: they start from what was
/// committed, and what they add stays in their memory.
/// </remarks>
public sealed class StoredPassageIndex : IPassageIndex, IDisposable
{
    // A segment that another process replaced after the manifest was read is gone; the next manifest names its successor.
    private const int OpenAttempts = 3;

    // A commit records that everything applied is on disk, so nothing may be applied while it determines what that is.
    private readonly Lock writing = new();
    private readonly IndexDirectory directory;
    private readonly LiveIndex live;
    private readonly SegmentStore store;

    private StoredPassageIndex(
        IndexDirectory directory,
        string? damage,
        Manifest? manifest,
        IReadOnlyList<SegmentView> views,
        Bm25Weights weights,
        RankingWeights ranking
    )
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

    /// <summary>Gets what was wrong with the files when the index was opened, with the name of the file; null when nothing was.</summary>
    public string? Damage { get; }

    /// <summary>
    /// Gets a value indicating whether commits go to disk; false while another process has the directory open for writing.
    /// </summary>
    public bool IsKept => directory.IsWriter;

    internal IndexSnapshot Snapshot => live.Snapshot;

    /// <summary>Waits until no merge is in progress.</summary>
    internal void WaitForMerges() => store.WaitForMerges();

    /// <summary>Opens the index in a directory, which is created if missing.</summary>
    /// <param name="directory">The directory, used only for this index.</param>
    /// <exception cref="IOException">The directory cannot be created or read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the directory is denied.</exception>
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

    /// <summary>Stops a merge in progress and lets others write to the directory. What was not committed is lost.</summary>
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
