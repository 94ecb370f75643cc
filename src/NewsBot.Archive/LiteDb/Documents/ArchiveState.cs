namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>What the archive knows of itself. Valid as long as this process has the file: nobody else writes meanwhile.</summary>
/// <param name="LastChange">Number of the newest change.</param>
/// <param name="LastId">The newest id that was given.</param>
/// <param name="Count">Number of articles.</param>
internal sealed record ArchiveState(long LastChange, long LastId, int Count);
