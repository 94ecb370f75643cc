namespace NewsBot.Archive.Store;

/// <summary>A decision of staff on an item. Kept for good, also when the article goes.</summary>
/// <param name="Source">The article that it names; it holds for all versions of the item.</param>
/// <param name="Kills">Whether it withdraws the item; else it restores it, or, where nothing was withdrawn, releases what is held.</param>
/// <param name="At">When, in UTC and whole milliseconds.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why; null where nobody said.</param>
/// <param name="Change">Number of the change that it is; 0 before it is stored.</param>
public sealed record Ruling(string Source, bool Kills, DateTimeOffset At, string By, string? Reason, long Change = 0)
{
    /// <summary>Gets whether it releases what is held under an embargo: the store decides it, by what there is to restore.</summary>
    public bool Releases { get; init; }
}
