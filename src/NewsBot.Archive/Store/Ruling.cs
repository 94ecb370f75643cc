namespace NewsBot.Archive.Store;

/// <summary>Represents a decision of staff on an item. Kept permanently, even when the article is removed.</summary>
/// <param name="Source">The article that it names; it applies to all versions of the item.</param>
/// <param name="Kills">
/// Whether it withdraws the item; otherwise it restores it or, where nothing was withdrawn, releases it from an embargo.
/// </param>
/// <param name="At">The time, in UTC and whole milliseconds.</param>
/// <param name="By">The person who decided.</param>
/// <param name="Reason">The reason; null where none was given.</param>
/// <param name="Change">The number of its change; 0 before it is stored.</param>
public sealed record Ruling(string Source, bool Kills, DateTimeOffset At, string By, string? Reason, long Change = 0)
{
    /// <summary>
    /// Gets a value indicating whether it releases an item under embargo. The store sets it, depending on whether there is something to
    /// restore.
    /// </summary>
    public bool Releases { get; init; }
}
