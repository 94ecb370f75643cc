using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.State;
using NewsBot.Postgres.State;

namespace NewsBot.Postgres.Transfer;

/// <summary>
/// Copies the state of a file into an empty one on a server, in one transaction: all of it is there afterwards, or nothing.
/// </summary>
public static class StateTransfer
{
    /// <summary>Copies every row, and compares what arrived; copies nothing when the same rows are there already.</summary>
    /// <param name="path">The file, with the newest tables; no host may use it.</param>
    /// <param name="target">The state on the server, opened with the same tables.</param>
    /// <param name="cancellationToken">Cancels the work before it begins.</param>
    /// <returns>The number of rows of each table, and whether they were copied now.</returns>
    /// <exception cref="StoreException">The target has other rows, what arrived differs, or the file cannot be read.</exception>
    public static Task<(IReadOnlyDictionary<string, int> Rows, bool IsCopied)> RunAsync(
        string path,
        StateDatabase target,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.WriteAsync(
            db =>
            {
                try
                {
                    using var file = new StateFileConnection(path);
                    return Copy(file, db, path);
                }
                catch (SqliteException failure)
                {
                    throw StateFailures.Explain(failure, path);
                }
            },
            cancellationToken
        );
    }

    private static (IReadOnlyDictionary<string, int> Rows, bool IsCopied) Copy(
        StateFileConnection file,
        StateConnection target,
        string path
    )
    {
        var tables = file.Rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'state_feature' ORDER BY name",
            row => row.GetString(0)
        );
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var isCopied = false;
        foreach (var table in tables)
        {
            var columns = file.Rows("SELECT name FROM pragma_table_info($1)", row => row.GetString(0), table);
            var list = string.Join(", ", columns);
            var select = $"SELECT {list} FROM {table}";
            var rows = file.Rows(select, ValuesOf);
            var arrived = target.Rows(select, ValuesOf);
            var isNew = arrived.Count == 0 && rows.Count > 0;
            if (isNew)
            {
                var values = string.Join(", ", columns.Select((_, at) => $"${(at + 1).ToString(CultureInfo.InvariantCulture)}"));
                var insert = $"INSERT INTO {table} ({list}) VALUES ({values})";
                foreach (var row in rows)
                    target.Run(insert, row);
                // New rows go on after the greatest number there is.
                if (columns.Contains("id") && target.Value("SELECT pg_get_serial_sequence($1, 'id')", $"newsbot.{table}") is string)
                    target.Value($"SELECT setval(pg_get_serial_sequence('newsbot.{table}', 'id'), (SELECT MAX(id) FROM {table}))");
                arrived = target.Rows(select, ValuesOf);
                isCopied = true;
            }

            if (!HashOf(arrived).SequenceEqual(HashOf(rows)))
                throw new StoreException(
                    StoreFailure.NotAnArchive,
                    isNew
                        ? $"What arrived of {table} differs from {path}, so nothing was copied; check the server's log, and try again."
                        : $"The database has other rows of {table} than {path} already, so nothing was copied; name an empty database in Store:ConnectionString."
                );
            counts[table] = rows.Count;
        }

        return (counts, isCopied);
    }

    private static object?[] ValuesOf(DbDataReader row)
    {
        var values = new object?[row.FieldCount];
        for (var i = 0; i < values.Length; i++)
            values[i] = row.IsDBNull(i) ? null : row.GetValue(i);
        return values;
    }

    // Whatever the order of the rows, which differs between databases.
    private static byte[] HashOf(IReadOnlyList<object?[]> rows)
    {
        var all = new byte[SHA256.HashSizeInBytes];
        foreach (var row in rows)
        {
            var text = string.Join(
                '\u001F',
                row.Select(value =>
                    value switch
                    {
                        null => "-",
                        byte[] bytes => Convert.ToHexString(bytes),
                        // What PostgreSQL cannot keep arrives as U+FFFD.
                        string kept => "'" + PostgresStateConnection.Storable(kept),
                        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
                    }
                )
            );
            var one = SHA256.HashData(Encoding.UTF8.GetBytes(text));
            for (var i = 0; i < all.Length; i++)
                all[i] ^= one[i];
        }

        return all;
    }
}
