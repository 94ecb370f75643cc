using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsBot.Archive.Store.Sqlite;

/// <summary>The connection that writes, with its prepared statements. Not thread-safe: the store lets in one caller at a time.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly string path;
    private readonly SqliteStoreOptions options;
    private readonly SqliteConnection connection;
    private SqliteArticleTable? articles;

    private SqliteWriter(string path, SqliteStoreOptions options, SqliteConnection connection)
    {
        this.path = path;
        this.options = options;
        this.connection = connection;
    }

    /// <summary>Opens the database, making it or bringing it to the newest version where needed.</summary>
    public static async Task<SqliteWriter> OpenAsync(string path, SqliteStoreOptions options, CancellationToken cancellationToken)
    {
        var writer = new SqliteWriter(path, options, SqliteConnections.OpenWriter(path, options.MaxPages));
        try
        {
            // Before anything is written: a file that is not ours stays as it is.
            var version = SqliteSchema.Check(writer.connection, path);
            await writer.ExecuteWhenFreeAsync("PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
            if (version < SqliteSchema.Newest)
            {
                await writer.ExecuteWhenFreeAsync("BEGIN IMMEDIATE", cancellationToken).ConfigureAwait(false);
                SqliteSchema.Migrate(writer.connection, path);
                writer.Execute("COMMIT");
            }

            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    public void Dispose() => connection.Dispose();

    /// <summary>Runs <paramref name="work"/> in a transaction, which is kept when it changed something and did not throw.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteArticleTable, T> work, CancellationToken cancellationToken)
    {
        await ExecuteWhenFreeAsync("BEGIN IMMEDIATE", cancellationToken).ConfigureAwait(false);
        try
        {
            articles ??= new SqliteArticleTable(connection);
            articles.Begin();
            var result = work(articles);
            cancellationToken.ThrowIfCancellationRequested();
            var isChanged = articles.Finish();
            Execute(isChanged ? "COMMIT" : "ROLLBACK");
            if (isChanged)
                articles.Committed();
            return result;
        }
        catch
        {
            // SQLite has rolled back by itself after some failures.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
                raw.sqlite3_exec(connection.Handle, "ROLLBACK");
            throw;
        }
    }

    private void Execute(string sql)
    {
        var code = raw.sqlite3_exec(connection.Handle, sql);
        SqliteException.ThrowExceptionForRC(code, connection.Handle);
    }

    // Waiting here, not in SQLite, keeps no thread and can be cancelled.
    private async Task ExecuteWhenFreeAsync(string sql, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        for (var delay = 1; ; delay = Math.Min(delay * 2, 50))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var code = raw.sqlite3_exec(connection.Handle, sql);
            if (code is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
            {
                SqliteException.ThrowExceptionForRC(code, connection.Handle);
                return;
            }

            if (options.Time.GetElapsedTime(start) >= options.BusyTimeout)
                throw SqliteFailures.StillBusy(path);
            await Task.Delay(TimeSpan.FromMilliseconds(delay), options.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
