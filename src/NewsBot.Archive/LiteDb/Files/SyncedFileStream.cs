namespace NewsBot.Archive.LiteDb.Files;

/// <summary>Represents a file of the database. A flush waits until the data is on disk; nothing is buffered before that.</summary>
internal sealed class SyncedFileStream(string path)
    : FileStream(
        path,
        new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            BufferSize = 0,
        }
    )
{
    public override void Flush() => Flush(flushToDisk: true);
}
