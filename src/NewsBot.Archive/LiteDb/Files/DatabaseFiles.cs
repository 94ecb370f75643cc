namespace NewsBot.Archive.LiteDb.Files;

/// <summary>Represents the open files of a database: the pages, and the log of commits since the pages were last written.</summary>
internal sealed class DatabaseFiles : IDisposable
{
    private const int CopiedAtOnce = 1 << 20;

    private DatabaseFiles(string path, bool isNew)
    {
        Path = path;
        IsNew = isNew;
        Data = new SyncedFileStream(path);
        try
        {
            Log = new SyncedFileStream(LogOf(path));
        }
        catch
        {
            Data.Dispose();
            throw;
        }
    }

    /// <summary>Gets the absolute path of the data file.</summary>
    public string Path { get; }

    /// <summary>Gets a value indicating whether the data file did not exist, or was cut off during its creation.</summary>
    public bool IsNew { get; }

    /// <summary>Gets the file of pages.</summary>
    public SyncedFileStream Data { get; }

    /// <summary>Gets the log.</summary>
    public SyncedFileStream Log { get; }

    /// <summary>Opens both files; creates those that are missing.</summary>
    /// <exception cref="Store.StoreException">The file is not a LiteDB file.</exception>
    public static DatabaseFiles Open(string path)
    {
        var length = new FileInfo(path) is { Exists: true, Length: var known } ? known : 0;
        if (length > 0 && !FileMark.IsThere(path))
            throw LiteDbFailures.NotAnArchive(path);
        return new DatabaseFiles(path, isNew: length < FileMark.PageSize);
    }

    /// <summary>Copies the file of pages to another file, and flushes that to disk.</summary>
    /// <returns>The number of bytes.</returns>
    public long CopyDataTo(string target, CancellationToken cancellationToken)
    {
        using var copy = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var buffer = new byte[CopiedAtOnce];
        long at = 0;
        // By position, because the library has its own place in the stream.
        while (RandomAccess.Read(Data.SafeFileHandle, buffer, at) is > 0 and var read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            copy.Write(buffer, 0, read);
            at += read;
        }

        copy.Flush(flushToDisk: true);
        return at;
    }

    /// <summary>Closes both files, and deletes an empty log.</summary>
    public void Dispose()
    {
        var isLogEmpty = Log.CanRead && Log.Length == 0;
        Data.Dispose();
        Log.Dispose();
        if (isLogEmpty)
            File.Delete(Log.Name);
    }

    // The library's name for it.
    private static string LogOf(string path) =>
        System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(path)!,
            $"{System.IO.Path.GetFileNameWithoutExtension(path)}-log{System.IO.Path.GetExtension(path)}"
        );
}
