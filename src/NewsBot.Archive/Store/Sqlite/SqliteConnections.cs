using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsBot.Archive.Store.Sqlite;

/// <summary>Opens connections to a database as the store needs them.</summary>
internal static class SqliteConnections
{
    static SqliteConnections() => SQLitePCL.Batteries_V2.Init();

    /// <summary>
    /// For the one writer. Durable at every commit, also when the power fails: write-ahead log, flushed (https://www.sqlite.org/wal.html).
    /// Throws a busy error at once: the writer does its own waiting, which can be cancelled.
    /// </summary>
    public static SqliteConnection OpenWriter(string path, int? maxPages)
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        Configure(connection, "PRAGMA busy_timeout = 0; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;"
            + (maxPages is { } pages ? string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages};") : ""));
        return connection;
    }

    /// <summary>For reads only.</summary>
    public static SqliteConnection OpenReader(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWrite);
        Configure(connection, "PRAGMA busy_timeout = 5000; PRAGMA query_only = 1; PRAGMA temp_store = MEMORY;");
        return connection;
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        // The store pools by itself, with prepared statements. A second of retrying in the library is enough, for SQLite waits before that.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Configure(SqliteConnection connection, string pragmas)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
