using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;

namespace NewsBot.Newsroom.State;

/// <summary>
/// Verifies a state database and saves what can be read of a damaged one. During a repair no other process may have it open.
/// </summary>
public static class StateRepair
{
    /// <summary>Specifies the extension added to the damaged file.</summary>
    public const string DamagedEnding = ".damaged";

    /// <summary>Returns what is wrong with the file; null when it is sound or does not exist.</summary>
    public static string? Verify(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var connection = new StateFileConnection(path);
            return connection.Value("PRAGMA integrity_check(1)") is string result && result != "ok" ? result : null;
        }
        catch (SqliteException error)
        {
            return StateFailures.Explain(error, path).Message;
        }
    }

    /// <summary>Copies every readable row into a new file that replaces the damaged one, which is kept next to it.</summary>
    /// <returns>The number of rows saved, by table.</returns>
    /// <exception cref="StoreException">The new file cannot be written; nothing was changed.</exception>
    public static IReadOnlyDictionary<string, int> Repair(string path)
    {
        var repaired = path + ".repaired";
        File.Delete(repaired);
        try
        {
            var saved = new Dictionary<string, int>(StringComparer.Ordinal);
            using (var target = new StateFileConnection(repaired))
            {
                foreach (
                    var (table, sql) in Read(path, "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
                )
                    saved[table] = CopyTable(path, table, sql, target);
                foreach (var (_, sql) in Read(path, "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))
                    target.Execute(sql);
            }

            foreach (var ending in (string[])["-wal", "-shm"])
                File.Delete(path + ending);
            File.Move(path, path + DamagedEnding, overwrite: true);
            File.Move(repaired, path);
            return saved;
        }
        catch (SqliteException error)
        {
            throw StateFailures.Explain(error, repaired);
        }
    }

    private static IReadOnlyList<(string Name, string Sql)> Read(string path, string query)
    {
        try
        {
            using var damaged = new StateFileConnection(path);
            return damaged.Rows(query, row => (row.GetString(0), row.GetString(1)));
        }
        catch (SqliteException)
        {
            return [];
        }
    }

    // From the front up to the damage, then from the back.
    private static int CopyTable(string path, string table, string sql, StateFileConnection target)
    {
        target.Execute(sql);
        foreach (var order in (string[])["", " ORDER BY 1 DESC"])
        {
            try
            {
                using var damaged = new StateFileConnection(path);
                foreach (var row in damaged.Stream($"SELECT * FROM \"{table}\"{order}"))
                    target.Run(
                        $"INSERT OR IGNORE INTO \"{table}\" VALUES ({string.Join(", ", Enumerable.Range(1, row.Length).Select(i => $"${i}"))})",
                        row
                    );
                break;
            }
            catch (SqliteException)
            {
                // Rows behind the damage are read from the other end.
            }
        }

        return Convert.ToInt32(target.Value($"SELECT COUNT(*) FROM \"{table}\""), System.Globalization.CultureInfo.InvariantCulture);
    }
}
