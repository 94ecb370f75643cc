namespace NewsBot.Newsroom.Digests;

/// <summary>Represents reports of one day that a digest covers and tells in none of its stories. Immutable.</summary>
/// <param name="Day">The day of publication (UTC); null when unknown.</param>
/// <param name="Link">The page where they can be read: the day's digest, or the search for reports without a day.</param>
/// <param name="Reports">The reports, at least one.</param>
public sealed record DigestOthers(DateOnly? Day, string Link, IReadOnlyList<DigestSource> Reports);
