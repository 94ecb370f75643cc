using System.Runtime.CompilerServices;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using NewsBot.Bridges.LiteDb.Documents;
using NewsBot.Bridges.LiteDb.Files;

namespace NewsBot.Bridges.LiteDb;

/// <summary>Articles in a LiteDB database, one file (and its log beside it while it is open).</summary>
/// <remarks>
/// Thread-safe. Any number of processes on one machine may have the same store open; they take turns with the file, readers as well as
/// writers, and one that waits gets it within some 20 ms of the other's last call. The file must not be on a network share.
/// </remarks>
public sealed class LiteDbArticleStore : IArticleStore
{
    private readonly string path;
    private readonly FileLease lease;
    private readonly SemaphoreSlim writing = new(1, 1);

    private LiteDbArticleStore(string path, LiteDbStoreOptions options)
    {
        this.path = path;
        lease = new FileLease(path, options);
    }

    /// <summary>Opens the archive of this file. Makes the file, and the folders to it, when they are missing.</summary>
    /// <exception cref="StoreException">It cannot be opened, or is no archive, or one of a newer program.</exception>
    public static Task<LiteDbArticleStore> OpenAsync(string path, CancellationToken cancellationToken) =>
        OpenAsync(path, new LiteDbStoreOptions(), cancellationToken);

    internal static async Task<LiteDbArticleStore> OpenAsync(string path, LiteDbStoreOptions options, CancellationToken cancellationToken)
    {
        var store = new LiteDbArticleStore(Path.GetFullPath(path), options);
        try
        {
            await store.CountAsync(cancellationToken).ConfigureAwait(false);
            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PutOutcome>> PutAsync(IReadOnlyList<Article> articles, string? folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var sources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            StorableText.ThrowIfNot(article);
            if (!sources.Add(article.Source))
                throw new ArgumentException($"The source {article.Source} is twice in the list.", nameof(articles));
        }

        return WriteAsync<IReadOnlyList<PutOutcome>>(
            table =>
            {
                var outcomes = new PutOutcome[articles.Count];
                for (var i = 0; i < outcomes.Length; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    outcomes[i] = table.Put(articles[i], folder);
                }

                return outcomes;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> RemoveAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return WriteAsync(table => sources.Count(table.Remove), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StoredArticle?> FindAsync(string source, CancellationToken cancellationToken) =>
        ReadAsync(session => ArticleReading.Find(session, source), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, StoredArticle>> GetAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyDictionary<long, StoredArticle>>(session => ArticleReading.Get(session, ids), cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancellationToken) => ReadAsync(session => session.State.Count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> SourcesOfFolderAsync(string folder, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<string>>(session => ArticleReading.SourcesOfFolder(session, folder), cancellationToken);

    /// <inheritdoc/>
    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => ReadAsync(session => session.State.LastChange, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) =>
        ReadAsync(session => HistoryNames.Find(session.Histories, change), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ArticleChange> ChangesSinceAsync(long change, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var upTo = await LastChangeAsync(cancellationToken).ConfigureAwait(false);
        while (change < upTo)
        {
            var page = await ReadAsync(session => ArticleReading.Changes(session, change, upTo), cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
                yield break;
            foreach (var item in page)
                yield return item;
            change = page[^1].Change;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken) => Task.Run<IReadOnlyList<string>>(
        async () =>
        {
            try
            {
                return await ReadAsync(session => LiteDbVerification.Problems(session, path, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
            catch (StoreException error)
            {
                return [error.Message];
            }
        },
        cancellationToken);

    /// <summary>Closes the file once the calls that are under way are done.</summary>
    public ValueTask DisposeAsync() => lease.DisposeAsync();

    private async Task<T> ReadAsync<T>(Func<LiteDbSession, T> read, CancellationToken cancellationToken)
    {
        var session = await lease.EnterAsync(cancellationToken).ConfigureAwait(false);
        return Use(() => read(session));
    }

    // Off the caller's thread, for a commit waits for the disk.
    private async Task<T> WriteAsync<T>(Func<LiteDbArticleTable, T> work, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var session = await lease.EnterAsync(cancellationToken).ConfigureAwait(false);
            return await Task.Run(() => Use(() => session.Write(work, cancellationToken)), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            writing.Release();
        }
    }

    private T Use<T>(Func<T> work)
    {
        var isBroken = false;
        try
        {
            return LiteDbFailures.Guard(path, work);
        }
        catch (StoreException)
        {
            isBroken = true;
            throw;
        }
        finally
        {
            lease.Leave(isBroken);
        }
    }
}
