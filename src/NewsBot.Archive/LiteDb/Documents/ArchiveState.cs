namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>What the archive knows of itself. Valid as long as this process has the file: nobody else writes meanwhile.</summary>
/// <param name="LastChange">Number of the newest change.</param>
/// <param name="LastId">The newest id that was given.</param>
/// <param name="Count">Number of articles that every reader may see.</param>
/// <param name="NextTurn">When the clock alone changes the stage of an article next, in milliseconds of Unix time; <see cref="long.MaxValue"/>: never.</param>
internal sealed record ArchiveState(long LastChange, long LastId, int Count, long NextTurn = long.MaxValue);
