namespace NewsBot.Archive.LiteDb.Files;

/// <summary>
/// Represents the right to have a database open, which one process has at a time. LiteDB itself does not guard against a second process:
/// on Linux and macOS, two processes that open one file in its direct mode damage it without an error, and its shared mode opens and
/// closes the file for each call.
/// </summary>
/// <remarks>
/// Two files next to the database are locked: <c>.turn</c> by the process that has it open, <c>.next</c> by the next in line. The system
/// releases a lock when its process ends, however it ends. The files stay; they are empty.
/// </remarks>
internal sealed class FileTurn : IDisposable
{
    private readonly FileStream held;

    private FileTurn(FileStream held) => this.held = held;

    /// <summary>Waits until it is this process's turn.</summary>
    /// <returns>The turn; null when another process kept it for longer than the options allow.</returns>
    /// <exception cref="IOException">The files cannot be created.</exception>
    public static async Task<FileTurn?> TakeAsync(string path, LiteDbStoreOptions options, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        if (await LockAsync(path + ".next", start, options, cancellationToken).ConfigureAwait(false) is not { } next)
            return null;
        await using (next.ConfigureAwait(false))
            return await LockAsync(path + ".turn", start, options, cancellationToken).ConfigureAwait(false) is { } held
                ? new FileTurn(held)
                : null;
    }

    /// <summary>Determines whether another process, or another store of this one, is waiting for its turn.</summary>
    public static bool IsWantedByAnother(string path)
    {
        try
        {
            using var next = TryLock(path + ".next");
            return next is null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder is gone or no longer writable, so nothing can be waiting in it.
            return false;
        }
    }

    public void Dispose() => held.Dispose();

    private static async Task<FileStream?> LockAsync(
        string path,
        long start,
        LiteDbStoreOptions options,
        CancellationToken cancellationToken
    )
    {
        for (var delay = 1; ; delay = Math.Min(delay * 2, 10))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryLock(path) is { } locked)
                return locked;
            if (options.Time.GetElapsedTime(start) >= options.BusyTimeout)
                return null;
            await Task.Delay(TimeSpan.FromMilliseconds(delay), options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    // A sharing violation is the only plain IOException that an existing folder gives.
    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException error) when (error.GetType() == typeof(IOException))
        {
            return null;
        }
    }
}
