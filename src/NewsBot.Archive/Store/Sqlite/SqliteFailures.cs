using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace NewsBot.Archive.Store.Sqlite;

/// <summary>Says in one sentence what is wrong when SQLite fails, and what to do. Result codes: https://www.sqlite.org/rescode.html</summary>
internal static class SqliteFailures
{
    public static StoreException Explain(SqliteException error, string path)
    {
        var (failure, message) = error.SqliteErrorCode switch
        {
            SQLITE_FULL => (StoreFailure.Full, $"The disk is full, so nothing more could be written to {path}; free some space and run it again."),
            SQLITE_READONLY or SQLITE_PERM => (StoreFailure.Unavailable, $"{path} cannot be written; give this user the right to write to it and to its folder."),
            SQLITE_CANTOPEN => (StoreFailure.Unavailable, $"{path} cannot be opened; check that its folder exists and that this user may read and write there."),
            SQLITE_BUSY or SQLITE_LOCKED => Busy(path),
            SQLITE_CORRUPT => (StoreFailure.Damaged, $"{path} is damaged; put back a copy of it, or move it away and ingest the articles again."),
            SQLITE_NOTADB => (StoreFailure.NotAnArchive, $"{path} is no archive; name another data directory, or move the file away."),
            SQLITE_IOERR => (StoreFailure.Device, $"The disk that {path} is on reports an error; check the disk or share, then run it again."),
            _ => (StoreFailure.Device, $"{path} cannot be used ({error.Message.TrimEnd('.')}); move it away and ingest the articles again."),
        };
        return new StoreException(failure, message, error);
    }

    public static StoreException StillBusy(string path)
    {
        var (failure, message) = Busy(path);
        return new StoreException(failure, message);
    }

    private static (StoreFailure Failure, string Message) Busy(string path) =>
        (StoreFailure.Busy, $"Another process has been writing to {path} for too long; wait for it or stop it, then run it again.");
}
