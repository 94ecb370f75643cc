namespace NewsBot.Archive.Writing;

/// <summary>
/// Represents the archive's record of itself. Valid as long as no other process may write.
/// </summary>
/// <param name="LastChange">The number of the newest change.</param>
/// <param name="LastId">The last id assigned.</param>
/// <param name="Count">The number of articles that every reader may see.</param>
/// <param name="NextTurn">
/// The next time at which an article's stage changes by the clock alone, in milliseconds of Unix time; <see cref="long.MaxValue"/>:
/// never.
/// </param>
internal sealed record ArchiveState(long LastChange, long LastId, int Count, long NextTurn = long.MaxValue);
