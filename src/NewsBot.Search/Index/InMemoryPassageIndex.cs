using NewsBot.Search.Index.Ranking;

namespace NewsBot.Search.Index;

/// <summary>
/// Represents a passage index without a directory: for tests, for measurements, and for archives that are indexed again at every start.
/// </summary>
/// <remarks>Like the stored index, except that nothing is kept.</remarks>
public sealed class InMemoryPassageIndex : IPassageIndex
{
    private readonly LiveIndex live;

    /// <summary>Creates an empty index.</summary>
    public InMemoryPassageIndex()
        : this(new Bm25Weights(), new RankingWeights()) { }

    internal InMemoryPassageIndex(Bm25Weights weights, RankingWeights ranking) => live = new LiveIndex(weights, ranking, []);

    /// <inheritdoc/>
    public int PassageCount => live.Snapshot.PassageCount;

    /// <inheritdoc/>
    public int DocumentCount => live.Snapshot.DocumentCount;

    /// <inheritdoc/>
    public long AppliedChange { get; private set; }

    /// <inheritdoc/>
    public string AppliedHistory { get; private set; } = "";

    internal int SegmentCount => live.Snapshot.Views.Count;

    internal IndexSnapshot Snapshot => live.Snapshot;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Two documents of <paramref name="put"/> have the same key; nothing was changed.</exception>
    public void Apply(IReadOnlyCollection<long> removed, IReadOnlyCollection<IndexDocument> put) => live.Apply(removed, put);

    /// <inheritdoc/>
    public void Commit(long appliedChange, string history = "") => (AppliedChange, AppliedHistory) = (appliedChange, history);

    /// <inheritdoc/>
    public IEnumerable<IndexedDocument> Documents() => live.Snapshot.Documents();

    /// <inheritdoc/>
    public IReadOnlyList<PassageHit> Search(PassageQuery query) => live.Search(query);

    /// <inheritdoc/>
    public IReadOnlyList<PassageExplanation> Explain(PassageQuery query) => live.Explain(query);
}
