using System.Runtime.CompilerServices;
using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb.Documents;
using NewsBot.Archive.LiteDb.Files;
using NewsBot.Archive.LiteDb.Sessions;
using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;

namespace NewsBot.Archive.LiteDb;

/// <summary>Keeps articles in a LiteDB database: one file, with a log next to it while it is open.</summary>
/// <remarks>
/// Thread-safe. Any number of processes on one machine may have the same store open; readers and writers alike take turns with the file,
/// and a waiting process gets it within some 20 ms of the other's last call. The file must not be on a network share.
/// </remarks>
public sealed class LiteDbArticleStore : IArticleStore
{
    private readonly string path;
    private readonly DatabaseAccess access;
    private readonly LiteDbStoreOptions options;

    private LiteDbArticleStore(string path, LiteDbStoreOptions options)
    {
        (this.path, this.options) = (path, options);
        access = new DatabaseAccess(path, options);
    }

    /// <summary>Gets how often a call was repeated because the library failed as if the file were damaged.</summary>
    internal int Repeats => access.Repeats;

    /// <inheritdoc/>
    public TimeProvider Time => options.Clock;

    /// <summary>Opens the archive in this file. Creates the file, and the folders to it, when they are missing.</summary>
    /// <exception cref="StoreException">The file cannot be opened, is not an archive, or was written by a newer program.</exception>
    public static Task<LiteDbArticleStore> OpenAsync(string path, CancellationToken cancellationToken) =>
        OpenAsync(path, new LiteDbStoreOptions(), cancellationToken);

    /// <summary>Opens the archive in this file, with a clock that lifts embargoes.</summary>
    /// <exception cref="StoreException">The file cannot be opened, is not an archive, or was written by a newer program.</exception>
    public static Task<LiteDbArticleStore> OpenAsync(string path, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(path, new LiteDbStoreOptions { Clock = time }, cancellationToken);

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
        StorableText.ThrowIfNot(articles);
        return WriteAsync<IReadOnlyList<PutOutcome>>(writer => writer.Put(articles, folder, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> RemoveAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return WriteAsync(writer => writer.Remove(sources), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StoredArticle?> FindAsync(string source, CancellationToken cancellationToken) =>
        ReadAsync(archive => ArticleQueries.Find(archive, source), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, StoredArticle>> GetAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyDictionary<long, StoredArticle>>(archive => ArticleQueries.Get(archive, ids), cancellationToken);

    /// <inheritdoc/>
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (await StateAsync(cancellationToken).ConfigureAwait(false)).Count;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> SourcesOfFolderAsync(string folder, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<string>>(archive => ArticleQueries.SourcesOfFolder(archive, folder), cancellationToken);

    /// <inheritdoc/>
    public Task<long> LastChangeAsync(CancellationToken cancellationToken) =>
        DueTurns.LastChangeAsync(StateAsync, stop => WriteAsync(writer => writer.Turn(), stop), Time, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RuleAsync(Ruling ruling, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        return WriteAsync(writer => writer.Rule(ruling), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ItemHistory> ItemAsync(string source, CancellationToken cancellationToken) =>
        access.UseAsync(
            session =>
            {
                var places = new ArticlePlaces(new LiteDbTables(session.Collections), session.State, default);
                var (versions, rulings) = places.Item(source);
                var articles = ArticleQueries.Get(session.Collections, [.. versions.Select(version => version.Id)]);
                return new ItemHistory([.. versions.Select(version => articles[version.Id])], rulings);
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredArticle>> HeldAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredArticle>>(archive => ArticleQueries.Of(archive, archive.Held), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredArticle>> SupersededAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredArticle>>(archive => ArticleQueries.Of(archive, archive.Superseded), cancellationToken);

    /// <inheritdoc/>
    public Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) =>
        ReadAsync(archive => HistoryNames.Find(archive.Histories, change), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ArticleChange> ChangesSinceAsync(
        long change,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var upTo = await LastChangeAsync(cancellationToken).ConfigureAwait(false);
        while (change < upTo)
        {
            var after = change;
            var page = await ReadAsync(archive => ArticleQueries.Changes(archive, after, upTo), cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
                yield break;
            foreach (var item in page)
                yield return item;
            change = page[^1].Change;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken)
    {
        var verification = new Verification(path);
        try
        {
            while (
                await access
                    .UseAsync(session => verification.Next(session.Collections, session.State), cancellationToken)
                    .ConfigureAwait(false)
            )
                cancellationToken.ThrowIfCancellationRequested();
            return verification.Problems;
        }
        catch (StoreException error)
        {
            return [.. verification.Problems, error.Message];
        }
    }

    /// <summary>
    /// Copies the archive to another file, as of one moment. Other calls, of this process and of others, wait until the copy is complete:
    /// as long as the disk takes to write the file once.
    /// </summary>
    /// <param name="target">The file; overwritten when it exists.</param>
    /// <param name="cancellationToken">Cancels; what was written is left for the caller to delete.</param>
    /// <returns>The number of articles in the copy.</returns>
    /// <exception cref="StoreException">The archive cannot be read, or the copy cannot be written; the message names the file.</exception>
    public Task<int> CopyToAsync(string target, CancellationToken cancellationToken) =>
        Task.Run(() => access.UseAsync(session => session.CopyTo(target, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>Passes on everything as of one moment; other calls wait meanwhile. The work may be repeated, as any other.</summary>
    internal Task<T> ReadAllAsync<T>(Func<ArchiveContents, T> work, CancellationToken cancellationToken) =>
        Task.Run(
            () => access.UseAsync(session => work(ArticleQueries.Contents(session.Collections, session.State)), cancellationToken),
            cancellationToken
        );

    /// <summary>Closes the file once the calls in progress are done.</summary>
    public ValueTask DisposeAsync() => access.DisposeAsync();

    private async ValueTask<ArchiveState> StateAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return access.State ?? await access.UseAsync(session => session.State, cancellationToken).ConfigureAwait(false);
    }

    private Task<T> ReadAsync<T>(Func<ArchiveCollections, T> read, CancellationToken cancellationToken) =>
        access.UseAsync(session => read(session.Collections), cancellationToken);

    // Off the caller's thread, because a commit waits for the disk.
    private Task<T> WriteAsync<T>(Func<ArticleWriter, T> work, CancellationToken cancellationToken) =>
        Task.Run(() => access.UseAsync(session => session.Write(work, cancellationToken), cancellationToken), cancellationToken);
}
