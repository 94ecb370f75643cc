namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a point in the order of the archive's changes. Immutable.</summary>
/// <param name="Change">The number of the newest change.</param>
/// <param name="History">The archive's name for all that led to it; null when it has none.</param>
public readonly record struct ArchivePoint(long Change, string? History);
