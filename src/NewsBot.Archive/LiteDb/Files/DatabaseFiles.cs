namespace NewsBot.Archive.LiteDb.Files;

/// <summary>The files of a database that this process has open: the pages, and the log of what was committed since they were written last.</summary>
internal sealed class DatabaseFiles : IDisposable
{
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

    /// <summary>Absolute path of the data file.</summary>
    public string Path { get; }

    /// <summary>Whether the data file was not there, or cut off while it was made.</summary>
    public bool IsNew { get; }

    /// <summary>The pages.</summary>
    public SyncedFileStream Data { get; }

    /// <summary>The log.</summary>
    public SyncedFileStream Log { get; }

    /// <summary>Opens both files, made when missing.</summary>
    /// <exception cref="Store.StoreException">The file is not one of LiteDB.</exception>
    public static DatabaseFiles Open(string path)
    {
        var length = new FileInfo(path) is { Exists: true, Length: var known } ? known : 0;
        if (length > 0 && !FileMark.IsThere(path))
            throw LiteDbFailures.NotAnArchive(path);
        return new DatabaseFiles(path, isNew: length < FileMark.PageSize);
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

    // The name that the library gives it.
    private static string LogOf(string path) => System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(path)!, $"{System.IO.Path.GetFileNameWithoutExtension(path)}-log{System.IO.Path.GetExtension(path)}");
}
