namespace NewsBot.Search.Index;

/// <summary>
/// Finds the passages that match a query best. The index is derived data: it can be thrown away and filled again from the store.
/// </summary>
/// <remarks>Thread-safe: any number of searches may run while one caller writes; a search sees all of a write or nothing of it.</remarks>
public interface IPassageIndex
{
    /// <summary>Number of passages that a search can find.</summary>
    int PassageCount { get; }

    /// <summary>Number of documents that a search can find.</summary>
    int DocumentCount { get; }

    /// <summary>
    /// Removes documents and adds documents in one step. A document whose key is known already replaces the old one;
    /// removing an unknown key does nothing. Searchable when the call returns.
    /// </summary>
    /// <param name="removed">Keys of documents to take out.</param>
    /// <param name="put">Documents to add or replace; keys are unique within the list.</param>
    void Apply(IReadOnlyCollection<long> removed, IReadOnlyCollection<IndexDocument> put);

    /// <summary>
    /// The number that the last <see cref="Commit"/> was given; 0 for an index that has nothing committed. Whoever fills the index from a
    /// store of numbered changes applies those after this one when it opens the index.
    /// </summary>
    long AppliedChange { get; }

    /// <summary>What the last <see cref="Commit"/> was given with the number; empty for an index that has nothing committed.</summary>
    string AppliedHistory { get; }

    /// <summary>
    /// Keeps what was applied so far, as far as this index keeps anything: when the call returns, it survives the end of the process.
    /// </summary>
    /// <param name="appliedChange">The caller's number for the state that was reached: see <see cref="AppliedChange"/>.</param>
    /// <param name="history">The caller's name for the store that the number is of, so that another store's number is not taken for this one's.</param>
    /// <exception cref="IOException">It cannot be kept. The index goes on from memory; a later commit may succeed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be kept; as above.</exception>
    void Commit(long appliedChange, string history = "");

    /// <summary>The documents that a search can find, in no particular order.</summary>
    IEnumerable<IndexedDocument> Documents();

    /// <summary>
    /// The best passages, best first. Ties are broken by document key, then by passage number, so equal archives answer equally.
    /// A query without a searchable term finds nothing.
    /// </summary>
    IReadOnlyList<PassageHit> Search(PassageQuery query);

    /// <summary>The hits of <see cref="Search"/>, each with its reasons.</summary>
    IReadOnlyList<PassageExplanation> Explain(PassageQuery query);
}
