using LiteDB;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.LiteDb.Files;

/// <summary>Describes a failure of LiteDB in one sentence, with the remedy.</summary>
internal static class LiteDbFailures
{
    // Windows' ERROR_DISK_FULL as a result code, and ENOSPC.
    private const int DiskFull = unchecked((int)0x80070070);
    private const int NoSpace = 28;

    /// <summary>Runs <paramref name="work"/> and converts the library's exceptions to <see cref="StoreException"/>.</summary>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is not (StoreException or OperationCanceledException))
        {
            throw Explain(error, path);
        }
    }

    public static StoreException StillBusy(string path) =>
        new(StoreFailure.Busy, $"Another process has kept {path} open for too long; wait for it or stop it, then try again.");

    public static StoreException NotAnArchive(string path) =>
        new(StoreFailure.NotAnArchive, $"{path} is not an archive; name another data directory, or move the file away.");

    // LiteDB throws whatever its page code runs into: besides its own exceptions, those of arrays, casts and streams. On a file that
    // cannot be trusted they all mean the same.
    private static StoreException Explain(Exception error, string path)
    {
        var (failure, message) = error switch
        {
            // The library has an error code for the size limit of a file, but does not use it.
            LiteException { Message: var said } when said.StartsWith("Maximum data file size", StringComparison.Ordinal) => Full(path),
            IOException { HResult: DiskFull or NoSpace } => Full(path),
            LiteException { ErrorCode: LiteException.INVALID_DATABASE } => (StoreFailure.NotAnArchive, NotAnArchive(path).Message),
            LiteException { ErrorCode: LiteException.LOCK_TIMEOUT } => (StoreFailure.Busy, StillBusy(path).Message),
            UnauthorizedAccessException => (
                StoreFailure.Unavailable,
                $"{path} cannot be opened or written to; check that it is a file, and grant this user write access to it and its folder."
            ),
            IOException => (StoreFailure.Device, $"The disk with {path} reports an error; check the disk or share, then try again."),
            _ => (
                StoreFailure.Damaged,
                $"{path} is damaged ({error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}); restore a backup, or move it away and ingest the articles again."
            ),
        };
        return new StoreException(failure, message, error);
    }

    private static (StoreFailure Failure, string Message) Full(string path) =>
        (StoreFailure.Full, $"The disk is full, so nothing more could be written to {path}; free some space and try again.");
}
