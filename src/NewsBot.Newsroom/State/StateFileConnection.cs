using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace NewsBot.Newsroom.State;

/// <summary>Runs SQL on a SQLite file, or on a SQLite database in memory.</summary>
internal sealed class StateFileConnection : StateConnection
{
    private readonly SqliteConnection connection;

    static StateFileConnection() => SQLitePCL.Batteries_V2.Init();

    public StateFileConnection(string? path, bool isDurable = true)
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
    public bool IsInTransaction => sqlite3_get_autocommit(connection.Handle) == 0;

    /// <inheritdoc />
    public override void EraseDeleted() =>
        // https://www.sqlite.org/pragma.html#pragma_secure_delete: overwrites what it deletes.
        Value("PRAGMA secure_delete = ON");

    /// <summary>Returns the rows of a table one by one, so that rows before a damaged page are not lost.</summary>
    public IEnumerable<object[]> Stream(string sql)
    {
        using var command = Create(sql, 0);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    /// <summary>Runs statements once, without keeping them compiled.</summary>
    public void Execute(string sql)
    {
        using var command = Create(sql, 0);
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    protected internal override void BeginWrite() => Run("BEGIN IMMEDIATE");

    /// <inheritdoc />
    protected internal override bool TryRollback()
    {
        try
        {
            if (IsInTransaction)
                Run("ROLLBACK");
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    protected override DbCommand Create(string sql, int values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant, or names from the database itself; values come as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= values; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
        return command;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        connection.Dispose();
    }
}
