using NewsBot.Archive.Store;
using NewsBot.Search.Index;

namespace NewsBot.Archive.Indexing;

/// <summary>
/// Reports the failures of an index that is reached over a network as failures of the archive. Thread-safe, as the index is.
/// </summary>
/// <param name="index">The index.</param>
internal sealed class ReportingIndex(IPassageIndex index) : IPassageIndex
{
    public int PassageCount => Call(() => index.PassageCount);

    public int DocumentCount => Call(() => index.DocumentCount);

    public long AppliedChange => index.AppliedChange;

    public string AppliedHistory => index.AppliedHistory;

    public void Apply(IReadOnlyCollection<long> removed, IReadOnlyCollection<IndexDocument> put) =>
        Call(() =>
        {
            index.Apply(removed, put);
            return true;
        });

    // Its failures are those that the contract names, and callers expect them.
    public void Commit(long appliedChange, string history = "") => index.Commit(appliedChange, history);

    public IEnumerable<IndexedDocument> Documents() => Call(() => index.Documents().ToList());

    public IReadOnlyList<PassageHit> Search(PassageQuery query) => Call(() => index.Search(query));

    public IReadOnlyList<PassageExplanation> Explain(PassageQuery query) => Call(() => index.Explain(query));

    private static T Call<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (IOException failure)
        {
            throw new StoreException(StoreFailure.Unavailable, failure.Message, failure);
        }
    }
}
