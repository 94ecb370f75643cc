namespace NewsBot.Archive.LiteDb.Files;

/// <summary>A file of the database. A flush waits until the disk has what was written; nothing is buffered before that.</summary>
internal sealed class SyncedFileStream(string path) : FileStream(
    path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 })
{
    public override void Flush() => Flush(flushToDisk: true);
}
