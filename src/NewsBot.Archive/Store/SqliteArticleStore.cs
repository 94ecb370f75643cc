using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store.Sqlite;

namespace NewsBot.Archive.Store;

/// <summary>Articles in an SQLite database, one file (and its log beside it while it is open).</summary>
/// <remarks>
/// Thread-safe. Any number of processes on one machine may have the same file open; writers wait for each other, up to 30 seconds, and
/// readers wait for no one. The file must not be on a network share: SQLite's log needs memory that the processes share.
/// </remarks>
public sealed class SqliteArticleStore : IArticleStore
{
    private readonly string path;
    private readonly SqliteWriter writer;
    private readonly SqliteReaders readers;
    private readonly SemaphoreSlim writing = new(1, 1);
    private bool isDisposed;

    private SqliteArticleStore(string path, SqliteWriter writer)
    {
        this.path = path;
        this.writer = writer;
        readers = new SqliteReaders(path);
    }

    /// <summary>Opens the archive of this file. Makes the file, and the folders to it, when they are missing.</summary>
    /// <exception cref="StoreException">It cannot be opened, or is no archive, or one of a newer program.</exception>
    public static Task<SqliteArticleStore> OpenAsync(string path, CancellationToken cancellationToken) =>
        OpenAsync(path, new SqliteStoreOptions(), cancellationToken);

    internal static async Task<SqliteArticleStore> OpenAsync(string path, SqliteStoreOptions options, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new SqliteArticleStore(path, await SqliteWriter.OpenAsync(path, options, cancellationToken).ConfigureAwait(false));
        }
        catch (SqliteException error)
        {
            throw SqliteFailures.Explain(error, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unavailable, $"The folder of {path} cannot be made; check its place and this user's rights.", error);
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
        Read(reader => reader.Find(source), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, StoredArticle>> GetAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Read<IReadOnlyDictionary<long, StoredArticle>>(
            reader => ids.Distinct().Select(reader.Get).OfType<StoredArticle>().ToDictionary(article => article.Id), cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancellationToken) => Read(reader => reader.Count(), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> SourcesOfFolderAsync(string folder, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<string>>(reader => reader.SourcesOfFolder(folder), cancellationToken);

    /// <inheritdoc/>
    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => Read(reader => reader.LastChange(), cancellationToken);

    /// <inheritdoc/>
    public Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) => Read(reader => reader.History(change), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ArticleChange> ChangesSinceAsync(long change, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var upTo = await LastChangeAsync(cancellationToken).ConfigureAwait(false);
        while (change < upTo)
        {
            var page = await Read(reader => reader.Changes(change, upTo), cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
                yield break;
            foreach (var item in page)
                yield return item;
            change = page[^1].Change;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<string>>(
            () =>
            {
                var problems = new List<string>();
                try
                {
                    readers.Read(reader =>
                    {
                        problems.AddRange(SqliteVerification.Problems(reader, path, cancellationToken));
                        return true;
                    });
                }
                catch (StoreException error)
                {
                    problems.Add(error.Message);
                }

                return problems;
            },
            cancellationToken);

    /// <summary>Closes the file once the write that is under way is done.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        await writing.WaitAsync().ConfigureAwait(false);
        readers.Dispose();
        writer.Dispose();
        writing.Release();
    }

    // SQLite has no asynchronous reads, and these take microseconds: a detour over another thread would only add to that.
    private Task<T> Read<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        try
        {
            return Task.FromResult(readers.Read(read));
        }
        catch (StoreException error)
        {
            return Task.FromException<T>(error);
        }
    }

    // Off the caller's thread, for a commit waits for the disk.
    private async Task<T> WriteAsync<T>(Func<SqliteArticleTable, T> work, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return await Task.Run(() => writer.WriteAsync(work, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException error)
        {
            throw SqliteFailures.Explain(error, path);
        }
        finally
        {
            writing.Release();
        }
    }
}
