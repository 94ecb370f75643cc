using System.Globalization;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace NewsBot.Newsroom.State;

/// <summary>
/// Runs SQL on the state database. <c>$1</c> is the first value; null is stored as NULL, a time as Unix milliseconds. Statements are
/// compiled once and kept, so their texts must be constants. Not thread-safe: it serves one piece of work at a time.
/// </summary>
public sealed class StateConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    static StateConnection() => SQLitePCL.Batteries_V2.Init();

    internal StateConnection(string? path, bool isDurable)
    {
        connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path ?? ":memory:",
                Pooling = false,
                DefaultTimeout = 5,
            }.ToString()
        );
        try
        {
            connection.Open();
            // https://www.sqlite.org/wal.html: durable at every commit, even through a power failure.
            Execute(
                $"PRAGMA busy_timeout = 5000; {(isDurable ? "" : "PRAGMA locking_mode = EXCLUSIVE;")} PRAGMA journal_mode = WAL; "
                    + $"PRAGMA synchronous = {(isDurable ? "FULL" : "OFF")}; PRAGMA foreign_keys = ON"
            );
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Gets a value indicating whether a transaction is open; SQLite ends one by itself when the disk is full.</summary>
    internal bool IsInTransaction => sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Runs a statement.</summary>
    /// <returns>The number of rows changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Returns the first value of the first row; null when there is no row or the value is NULL.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> values) =>
        Prepare(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Returns all rows, read by <paramref name="read"/>, which must not run further SQL.</summary>
    public IReadOnlyList<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Returns the rows of a table one by one, so that rows before a damaged page are not lost.</summary>
    internal IEnumerable<object[]> Stream(string sql)
    {
        using var reader = Prepare(sql, []).ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    /// <summary>Runs statements once, without keeping them compiled.</summary>
    internal void Execute(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes constants, or names from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            commands[sql] = command = connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant; values come as parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset time => time.ToUnixTimeMilliseconds(),
                var value => value,
            };
        }

        return command;
    }
}
