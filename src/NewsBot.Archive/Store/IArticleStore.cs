using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Store;

/// <summary>
/// Keeps every article and the order in which articles changed: the system of record. Implementations pass one contract-test suite.
/// </summary>
/// <remarks>
/// Thread-safe; several processes may have the same store open. A task that completed is durable: neither a killed process nor a
/// restart takes it back. A write that fails or is cancelled leaves no trace. What disks, rights and other processes do wrong is a
/// <see cref="StoreException"/>. An article with a NUL character or half a surrogate pair in a field is the caller's mistake (no database
/// keeps these unchanged): <see cref="ArgumentException"/>.
/// </remarks>
public interface IArticleStore : IAsyncDisposable
{
    /// <summary>
    /// Puts articles in one transaction: all of them, or none. An article equal to the stored one is not written.
    /// </summary>
    /// <param name="articles">Sources are unique within the list.</param>
    /// <param name="folder">
    /// The ingested folder that the articles belong to from now on, also those that are unchanged; null when they come from a single file:
    /// then each stays with the folder that it belongs to, if any.
    /// </param>
    /// <param name="cancellationToken">Cancels before the commit; afterwards it has no effect.</param>
    /// <returns>One outcome for each article, in order.</returns>
    Task<IReadOnlyList<PutOutcome>> PutAsync(IReadOnlyList<Article> articles, string? folder, CancellationToken cancellationToken);

    /// <summary>Removes articles in one transaction; unknown sources are passed over. Returns how many were removed.</summary>
    Task<int> RemoveAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken);

    /// <summary>Gets the clock that lifts embargoes.</summary>
    TimeProvider Time { get; }

    /// <summary>Withdraws an item, or restores it, with all its versions. Returns whether the source is known; the ruling is kept in any case.</summary>
    Task<bool> RuleAsync(Ruling ruling, CancellationToken cancellationToken);

    /// <summary>Returns all versions of the item that an article belongs to, and what staff decided of it; empty lists where nothing is known.</summary>
    Task<ItemHistory> ItemAsync(string source, CancellationToken cancellationToken);

    /// <summary>Returns the articles that are under an embargo or withdrawn, by whatever order. There are few of them.</summary>
    Task<IReadOnlyList<StoredArticle>> HeldAsync(CancellationToken cancellationToken);

    /// <summary>Returns the articles of which a newer version answers by now.</summary>
    Task<IReadOnlyList<StoredArticle>> SupersededAsync(CancellationToken cancellationToken);

    /// <summary>Returns the article of this source, or null.</summary>
    Task<StoredArticle?> FindAsync(string source, CancellationToken cancellationToken);

    /// <summary>Returns the articles with these ids; unknown and removed ones are missing from the result.</summary>
    Task<IReadOnlyDictionary<long, StoredArticle>> GetAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Returns the number of articles that every reader may see.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>Returns the sources of the articles that were ingested from this folder, in ordinal order.</summary>
    Task<IReadOnlyList<string>> SourcesOfFolderAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Returns the number of the newest change; 0 for a store that was never written to. Cheap: asked before every search. Lifts the embargoes that are due.</summary>
    Task<long> LastChangeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Returns a name for all that led to a change, this one included: as long as the name stays the same, so do those changes. Another database
    /// in this one's place has another name, and so does one that was restored from an older copy and written to since. Null for changes that
    /// are too long ago to tell.
    /// </summary>
    Task<string?> HistoryAsync(long change, CancellationToken cancellationToken);

    /// <summary>
    /// Returns for each article changed after <paramref name="change"/> its latest state, in the order of changes. From 0: the whole archive
    /// (removed articles may be left out then). Up to the newest change at the time of the call; an article that changes again while it
    /// is read may be left out, for its newer change comes with the next call. Reads in bounded memory.
    /// </summary>
    IAsyncEnumerable<ArticleChange> ChangesSinceAsync(long change, CancellationToken cancellationToken);

    /// <summary>Verifies the stored data itself. Returns what is wrong, one sentence each; nothing when all is well.</summary>
    Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken);
}
