using System.Data;
using System.Runtime.CompilerServices;
using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;
using NewsBot.Postgres.Changes;
using NewsBot.Postgres.Connecting;
using NewsBot.Postgres.Tables;
using NewsBot.Postgres.Transfer;
using Npgsql;

namespace NewsBot.Postgres;

/// <summary>Keeps articles in a PostgreSQL database, in its schema <c>newsbot</c>.</summary>
/// <remarks>
/// Thread-safe. Any number of hosts may have the same database open. Writers take turns, so that changes are committed in the order of
/// their numbers, without gaps: whoever saw a change saw every earlier one. Readers wait for nobody.
/// </remarks>
public sealed class PostgresArticleStore : IArticleStore, IChangeNotices
{
    private readonly Server server;
    private readonly PostgresStoreOptions options;
    private readonly ChangeListener listener;

    // Writers of this process wait here, not with a connection each.
    private readonly SemaphoreSlim turn = new(1, 1);

    private PostgresArticleStore(Server server, PostgresStoreOptions options)
    {
        (this.server, this.options) = (server, options);
        listener = new ChangeListener(server, options.LooksEvery);
    }

    /// <summary>Gets the name and version of the library that talks to the server.</summary>
    public static string Library { get; } = $"PostgreSQL (Npgsql {typeof(NpgsqlConnection).Assembly.GetName().Version?.ToString(3)})";

    /// <inheritdoc/>
    public TimeProvider Time => options.Clock;

    /// <summary>Opens the archive in a database, and creates or updates its tables.</summary>
    /// <param name="connectionString">Names the server, the database and the user; see <see cref="ConnectionText.ProblemOf"/>.</param>
    /// <param name="options">The settings.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StoreException">
    /// The server cannot be reached or refuses, is too old, or a newer program wrote to the database. No message has the password.
    /// </exception>
    public static async Task<PostgresArticleStore> OpenAsync(
        string connectionString,
        PostgresStoreOptions options,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var store = new PostgresArticleStore(Server.Of(connectionString), options);
        try
        {
            await store
                .server.ReadAsync(
                    async connection =>
                    {
                        await Migrations.RunAsync(connection, store.server.Name, cancellationToken).ConfigureAwait(false);
                        return await ArchiveRecord.LoadAsync(connection, cancellationToken).ConfigureAwait(false);
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
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
    public Task<bool> RuleAsync(Ruling ruling, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        return WriteAsync(writer => writer.Rule(ruling), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<StoredArticle?> FindAsync(string source, CancellationToken cancellationToken) =>
        (await ArticlesAsync("key = $1", [ArticleColumns.Key(source)], cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<long, StoredArticle>> GetAsync(
        IReadOnlyCollection<long> ids,
        CancellationToken cancellationToken
    ) =>
        (await ArticlesAsync("id = ANY($1)", [ids.ToArray()], cancellationToken).ConfigureAwait(false)).ToDictionary(article => article.Id);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredArticle>> HeldAsync(CancellationToken cancellationToken) =>
        ArticlesAsync("held ORDER BY id", [], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredArticle>> SupersededAsync(CancellationToken cancellationToken) =>
        ArticlesAsync("stage = 1 ORDER BY id", [], cancellationToken);

    /// <inheritdoc/>
    public Task<ItemHistory> ItemAsync(string source, CancellationToken cancellationToken) =>
        // On a thread of its own, as a write: which articles belong to the item is found step by step.
        Task.Run(
            () =>
                server.Write(
                    (connection, _) =>
                    {
                        using var snapshot = connection.BeginTransaction(IsolationLevel.RepeatableRead);
                        var tables = new PostgresTables(connection);
                        var (versions, rulings) = new ArticlePlaces(tables, new ArchiveState(0, 0, 0), default).Item(source);
                        return new ItemHistory([.. versions.Select(version => tables.Read(version.Id))], rulings);
                    }
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (await StateAsync(cancellationToken).ConfigureAwait(false)).Count;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> SourcesOfFolderAsync(string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var sources = await server
            .ReadAsync(
                connection =>
                    connection.QueryAsync(
                        "SELECT source FROM newsbot.article WHERE folder_key = $1",
                        reader => reader.GetString(0),
                        [ArticleColumns.Key(folder)],
                        cancellationToken
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
        sources.Sort(StringComparer.Ordinal);
        return sources;
    }

    /// <inheritdoc/>
    public Task<long> LastChangeAsync(CancellationToken cancellationToken) =>
        DueTurns.LastChangeAsync(
            stop => new ValueTask<ArchiveState>(StateAsync(stop)),
            stop => WriteAsync(writer => writer.Turn(), stop),
            Time,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) =>
        server.ReadAsync(connection => ArchiveRecord.HistoryAsync(connection, change, cancellationToken), cancellationToken);

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
            var page = await server
                .ReadAsync(connection => ArticlePages.ChangesAsync(connection, after, upTo, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
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
        var verification = new Verification(server.Name);
        try
        {
            return await server
                .ReadAsync(
                    async connection =>
                    {
                        verification = new Verification(server.Name);
                        var snapshot = await connection
                            .BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken)
                            .ConfigureAwait(false);
                        await using (snapshot.ConfigureAwait(false))
                            await verification.RunAsync(connection, cancellationToken).ConfigureAwait(false);
                        return verification.Problems;
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (StoreException error)
        {
            return [.. verification.Problems, error.Message];
        }
    }

    /// <summary>Copies everything from a file into this archive, which must be empty or have the same articles already.</summary>
    /// <param name="source">The articles to copy; its other callers wait.</param>
    /// <param name="progress">Learns how many articles have been read; called in between, and must be quick.</param>
    /// <param name="cancellationToken">Cancels the work before it begins.</param>
    /// <returns>Whether anything was copied.</returns>
    /// <exception cref="StoreException">This archive has other articles, or what arrived differs; nothing was copied.</exception>
    public Task<bool> TakeFromAsync(LiteDbArticleStore source, Action<int> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.ReadAllAsync(
            contents =>
                server.Write(
                    (connection, committing) =>
                        ArticleTransfer.Run(connection, server.Name, contents, options.BusyTimeout, progress, committing)
                ),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task NextAsync() => listener.NextAsync();

    /// <summary>Closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync().ConfigureAwait(false);
        await server.DisposeAsync().ConfigureAwait(false);
        turn.Dispose();
    }

    private Task<ArchiveState> StateAsync(CancellationToken cancellationToken) =>
        server.ReadAsync(connection => ArchiveRecord.LoadAsync(connection, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<StoredArticle>> ArticlesAsync(
        string condition,
        IEnumerable<object> parameters,
        CancellationToken cancellationToken
    ) =>
        await server
            .ReadAsync(
                connection =>
                    connection.QueryAsync(
                        $"SELECT {ArticleColumns.All} FROM newsbot.article WHERE {condition}",
                        reader => ArticleColumns.Read(reader).ToStored(),
                        parameters,
                        cancellationToken
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);

    private async Task<T> WriteAsync<T>(Func<ArticleWriter, T> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(
                    () => server.Write((connection, committing) => Write(connection, work, committing, cancellationToken)),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private T Write<T>(NpgsqlConnection connection, Func<ArticleWriter, T> work, Action committing, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction();
        var before = ArchiveRecord.Lock(connection, options.BusyTimeout);
        var writer = new ArticleWriter(new PostgresTables(connection), before, Time.GetUtcNow());
        var result = work(writer);
        cancellationToken.ThrowIfCancellationRequested();
        if (writer.State is not { } after)
            return result;
        ArchiveRecord.Save(connection, before, after, ChangeListener.Channel);
        committing();
        transaction.Commit();
        return result;
    }
}
