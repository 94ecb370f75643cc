namespace NewsBot.Search.Index.Storing;

/// <summary>Writes files that are either complete or absent.</summary>
internal static class DurableFile
{
    /// <summary>Specifies the ending of the name of an unfinished file.</summary>
    public const string UnfinishedExtension = ".unfinished";

    private const int BufferBytes = 1 << 16;

    /// <summary>Writes a temporary file next to the target, to disk, and then moves it there in one step.</summary>
    public static void Write(string file, Action<Stream> write)
    {
        using (var stream = new FileStream(file + UnfinishedExtension, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(file + UnfinishedExtension, file, overwrite: true);
    }

    /// <summary>Locks a folder until the result is disposed of; returns null while another process has the lock.</summary>
    public static FileStream? TryLock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
