using NewsBot.Archive.Passages;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.Indexing;

/// <summary>Gets the articles that the index names. Thread-safe.</summary>
internal sealed class IndexedVersions(IArticleStore store, IndexUpdater updater, SplitArticles splits)
{
    /// <summary>Returns versions of articles by their keys in the index. Those that no longer exist are missing.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="isBehind">
    /// Whether the index is behind the store. Then the store is asked for every article: it may have been replaced or withdrawn since.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<Dictionary<long, ArchivedArticle>> GetAsync(
        IEnumerable<long> keys,
        bool isBehind,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<long, ArchivedArticle>();
        var missing = new List<long>();
        foreach (var key in keys.Distinct())
        {
            if (updater.IdOf(key) is not { } id)
                continue;
            if (!isBehind && splits.Find(key) is { } kept)
                found[key] = kept;
            else
                missing.Add(id);
        }

        if (missing.Count > 0)
        {
            foreach (var stored in (await store.GetAsync(missing, cancellationToken).ConfigureAwait(false)).Values)
                found[stored.Change] = splits.Split(stored);
        }

        return found;
    }
}
