using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;
using static SQLitePCL.raw;

namespace NewsBot.Newsroom.State;

/// <summary>Copies a state database for a backup, and tells whether a process has it open.</summary>
public static class StateCopy
{
    /// <summary>Copies the database to a new file as of one moment, while other processes read and write it.</summary>
    /// <param name="path">The database, which must exist.</param>
    /// <param name="target">The new file, which must not exist.</param>
    /// <exception cref="StoreException">The database cannot be read, or the copy cannot be written.</exception>
    public static void Write(string path, string target)
    {
        try
        {
            using var connection = new StateFileConnection(path);
            // https://www.sqlite.org/lang_vacuum.html#vacuuminto: one read transaction, and a copy without the log.
            connection.Run("VACUUM INTO $1", target);
        }
        catch (SqliteException error)
        {
            throw StateFailures.Explain(error, error.SqliteErrorCode is SQLITE_FULL or SQLITE_CANTOPEN ? target : path);
        }
    }

    /// <summary>
    /// Determines whether another process, or another part of this one, has the database open. A file that does not exist or is not a
    /// database is not in use.
    /// </summary>
    public static bool IsInUse(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            // https://www.sqlite.org/pragma.html#pragma_locking_mode: in WAL mode every open connection holds a shared lock.
            using var alone = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = path,
                    Pooling = false,
                    DefaultTimeout = 1,
                }.ToString()
            );
            alone.Open();
            foreach (
                var sql in (string[])["PRAGMA busy_timeout = 0", "PRAGMA locking_mode = EXCLUSIVE", "SELECT COUNT(*) FROM sqlite_master"]
            )
            {
                using var command = alone.CreateCommand();
#pragma warning disable CA2100 // The constants above.
                command.CommandText = sql;
#pragma warning restore CA2100
                command.ExecuteScalar();
            }

            return false;
        }
        catch (SqliteException error)
        {
            return error.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED;
        }
    }
}
