namespace NewsBot.Search.Index.Storing;

/// <summary>Writes files that are there whole or not at all.</summary>
internal static class DurableFile
{
    /// <summary>The end of the name of a file that is being written.</summary>
    public const string UnfinishedExtension = ".unfinished";

    private const int BufferBytes = 1 << 16;

    /// <summary>Writes beside the place, to the disk, and then moves it there in one step.</summary>
    public static void Write(string file, Action<Stream> write)
    {
        using (var stream = new FileStream(file + UnfinishedExtension, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(file + UnfinishedExtension, file, overwrite: true);
    }

    /// <summary>The lock of a folder, held until it is disposed of; null while another process has it.</summary>
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
