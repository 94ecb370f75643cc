using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Store;

/// <summary>
/// Keeps every article and the order in which articles changed: the system of record. Implementations pass a shared contract-test suite.
/// </summary>
/// <remarks>
/// Thread-safe; several processes may have the same store open. A task that completed is durable: neither a killed process nor a restart
/// undoes it. A write that fails or is cancelled leaves no trace. Faults of disks, permissions and other processes are a
/// <see cref="StoreException"/>. An article with a NUL character or half a surrogate pair in a field is the caller's mistake, since no
/// database keeps these unchanged: <see cref="ArgumentException"/>.
/// </remarks>
public interface IArticleStore : IAsyncDisposable
{
    /// <summary>Puts articles in one transaction: all of them, or none. An article equal to the stored one is not written.</summary>
    /// <param name="articles">The articles. Sources are unique within the list.</param>
    /// <param name="folder">
    /// The ingested folder that the articles belong to from now on, including unchanged ones; null when they come from a single file:
    /// each then stays with its folder, if any.
    /// </param>
    /// <param name="cancellationToken">Cancels before the commit; afterwards it has no effect.</param>
    /// <returns>One outcome for each article, in order.</returns>
    Task<IReadOnlyList<PutOutcome>> PutAsync(IReadOnlyList<Article> articles, string? folder, CancellationToken cancellationToken);

    /// <summary>Removes articles in one transaction; ignores unknown sources. Returns how many were removed.</summary>
    Task<int> RemoveAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken);

    /// <summary>Gets the clock that lifts embargoes.</summary>
    TimeProvider Time { get; }

    /// <summary>
    /// Withdraws or restores an item with all its versions. Returns whether the source is known; the ruling is kept in any case.
    /// </summary>
    Task<bool> RuleAsync(Ruling ruling, CancellationToken cancellationToken);

    /// <summary>
    /// Returns all versions of the item that an article belongs to, and the rulings of staff on it; empty lists where nothing is known.
    /// </summary>
    Task<ItemHistory> ItemAsync(string source, CancellationToken cancellationToken);

    /// <summary>Returns the articles that are under embargo or withdrawn, by whatever order. They are few.</summary>
    Task<IReadOnlyList<StoredArticle>> HeldAsync(CancellationToken cancellationToken);

    /// <summary>Returns the articles that a newer version has superseded by now.</summary>
    Task<IReadOnlyList<StoredArticle>> SupersededAsync(CancellationToken cancellationToken);

    /// <summary>Returns the article of this source, or null.</summary>
    Task<StoredArticle?> FindAsync(string source, CancellationToken cancellationToken);

    /// <summary>Returns the articles with these ids; unknown and removed ones are missing from the result.</summary>
    Task<IReadOnlyDictionary<long, StoredArticle>> GetAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Returns the number of articles that every reader may see.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>Returns the sources of the articles ingested from this folder, in ordinal order.</summary>
    Task<IReadOnlyList<string>> SourcesOfFolderAsync(string folder, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the number of the newest change; 0 for a store that was never written to. Lifts due embargoes. Cheap: called before every
    /// search.
    /// </summary>
    Task<long> LastChangeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Returns a name for all that led to a change, inclusive: while the name stays the same, so do those changes. Another database in
    /// this one's place has another name, and so does one that was restored from an older copy and written to since. Null for changes too
    /// long ago to tell.
    /// </summary>
    Task<string?> HistoryAsync(long change, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the latest state of each article changed after <paramref name="change"/>, in the order of changes. From 0: the whole
    /// archive (removed articles may then be left out). Up to the newest change at the time of the call; an article that changes again
    /// during the reading may be left out, because its newer change comes with the next call. Reads in bounded memory.
    /// </summary>
    IAsyncEnumerable<ArticleChange> ChangesSinceAsync(long change, CancellationToken cancellationToken);

    /// <summary>Verifies the stored data itself. Returns what is wrong, one sentence each; none when all is well.</summary>
    Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken);
}
