namespace NewsBot.Archive.Articles;

/// <summary>Represents when and why an article was withdrawn.</summary>
/// <param name="At">The time, in UTC and whole milliseconds.</param>
/// <param name="Reason">The reason; null where none was given.</param>
/// <param name="By">The person who withdrew it; null: the wire.</param>
/// <param name="Version">
/// The version of the withdrawing item; only a higher one is a new article. Null: the withdrawing item has none.
/// </param>
/// <param name="Change">The number of the change that withdrew it.</param>
public sealed record Withdrawal(DateTimeOffset At, string? Reason, string? By, int? Version, long Change);
