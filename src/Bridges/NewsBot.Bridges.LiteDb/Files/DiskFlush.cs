namespace NewsBot.Bridges.LiteDb.Files;

/// <summary>Waits until the disk has what was written to a file, by whichever handle of this process.</summary>
internal static class DiskFlush
{
    /// <summary>Does nothing when the file is not there: then a checkpoint has emptied it, and that waits by itself.</summary>
    public static void Flush(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(file);
        }
        catch (FileNotFoundException)
        {
        }
    }
}
