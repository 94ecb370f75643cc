using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;
using static SQLitePCL.raw;

namespace NewsBot.Newsroom.State;

/// <summary>Explains SQLite's failures in one sentence with the remedy. Result codes: https://www.sqlite.org/rescode.html</summary>
internal static class StateFailures
{
    /// <summary>Returns what is wrong with the file; the error itself when the statement is at fault.</summary>
    public static Exception Explain(SqliteException error, string path)
    {
        var (failure, message) = error.SqliteErrorCode switch
        {
            SQLITE_FULL => (
                StoreFailure.Full,
                $"The disk is full, so nothing can be written to {path}; free some space, and writing resumes by itself."
            ),
            SQLITE_READONLY or SQLITE_PERM => (
                StoreFailure.Unavailable,
                $"{path} cannot be written to; grant this user write access to it and its folder."
            ),
            SQLITE_CANTOPEN => (
                StoreFailure.Unavailable,
                $"{path} cannot be opened; check that its folder exists and that this user may read and write there."
            ),
            SQLITE_BUSY or SQLITE_LOCKED => (
                StoreFailure.Busy,
                $"Another process has been writing to {path} for too long; wait for it, or stop it."
            ),
            SQLITE_CORRUPT or SQLITE_NOTADB => Damaged(path),
            SQLITE_IOERR => (StoreFailure.Device, $"The disk with {path} reports an error; check the disk or share."),
            _ => (default, ""),
        };
        return message.Length == 0 ? error : new StoreException(failure, message, error);
    }

    private static (StoreFailure Failure, string Message) Damaged(string path) =>
        (
            StoreFailure.Damaged,
            $"{path} is damaged; stop the host and run newsbot check --repair, restore a backup, or move the file away to start an empty one, "
                + "without its subscriptions, alerts, desks set by command, feedback and unfinished posts."
        );
}
