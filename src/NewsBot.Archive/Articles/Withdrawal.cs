namespace NewsBot.Archive.Articles;

/// <summary>Says when and why a report was withdrawn.</summary>
/// <param name="At">When, in UTC and whole milliseconds.</param>
/// <param name="Reason">Why; null where nobody said.</param>
/// <param name="By">Who withdrew it, where a person did; null: the wire.</param>
/// <param name="Version">The version that the withdrawing item has; only a higher one is a new report. Null: none has.</param>
/// <param name="Change">Number of the change that brought it.</param>
public sealed record Withdrawal(DateTimeOffset At, string? Reason, string? By, int? Version, long Change);
