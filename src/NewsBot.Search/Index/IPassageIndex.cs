namespace NewsBot.Search.Index;

/// <summary>
/// Finds the passages that best match a query. The index is derived data: it can be deleted and filled again from the store.
/// </summary>
/// <remarks>
/// Thread-safe: any number of searches may run while one caller writes; a search sees all of a write or nothing of it. An index that is
/// reached over a network throws <see cref="IOException"/> from every member but the two applied numbers when it cannot be used: a write
/// then changed nothing, and a search never returns a part of its hits.
/// </remarks>
public interface IPassageIndex
{
    /// <summary>Gets the number of passages that a search can find.</summary>
    int PassageCount { get; }

    /// <summary>Gets the number of documents that a search can find.</summary>
    int DocumentCount { get; }

    /// <summary>
    /// Removes and adds documents in one step. A document with a known key replaces the old one; removing an unknown key does nothing.
    /// Searchable when the call returns.
    /// </summary>
    /// <param name="removed">The keys of documents to remove.</param>
    /// <param name="put">The documents to add or replace; keys are unique within the list.</param>
    void Apply(IReadOnlyCollection<long> removed, IReadOnlyCollection<IndexDocument> put);

    /// <summary>
    /// Gets the number passed to the last <see cref="Commit"/>; 0 for an index without a commit. A caller that fills the index from a
    /// store of numbered changes applies those after this one when it opens the index.
    /// </summary>
    long AppliedChange { get; }

    /// <summary>Gets the name passed to the last <see cref="Commit"/> with the number; empty for an index without a commit.</summary>
    string AppliedHistory { get; }

    /// <summary>
    /// Makes what has been applied durable, as far as this index keeps anything: when the call returns, it survives the end of the
    /// process.
    /// </summary>
    /// <param name="appliedChange">The caller's number for the state reached: see <see cref="AppliedChange"/>.</param>
    /// <param name="history">
    /// The caller's name for the store that the number refers to, so that another store's number is not mistaken for this one's.
    /// </param>
    /// <exception cref="IOException">It cannot be kept. The index goes on in memory; a later commit may succeed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be kept; as above.</exception>
    void Commit(long appliedChange, string history = "");

    /// <summary>Returns the documents that a search can find, in no particular order.</summary>
    IEnumerable<IndexedDocument> Documents();

    /// <summary>
    /// Returns the best passages, best first. Ties are broken by document key, then by passage number, so that equal archives answer
    /// equally. A query without a searchable term finds nothing.
    /// </summary>
    IReadOnlyList<PassageHit> Search(PassageQuery query);

    /// <summary>Returns the hits of <see cref="Search"/>, each with its reasons.</summary>
    IReadOnlyList<PassageExplanation> Explain(PassageQuery query);
}
