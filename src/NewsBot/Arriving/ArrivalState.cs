namespace NewsBot.Arriving;

/// <summary>Represents what has come of a watched folder or feed since the host started. Immutable.</summary>
/// <param name="Place">The folder, or the feed's address as it may be shown.</param>
/// <param name="Looked">When it was last looked at (UTC).</param>
/// <param name="Worked">When it was last looked at without a problem (UTC); null: never.</param>
/// <param name="Arrived">When something last changed in the archive because of it (UTC); null: never.</param>
/// <param name="Added">The number of articles with a new source.</param>
/// <param name="Replaced">The number of articles that replaced another version.</param>
/// <param name="Withdrawn">The number of articles removed because their folder no longer contains them.</param>
/// <param name="Rejected">The number of articles and files that could not be read; each time that they were tried.</param>
/// <param name="Problem">What is wrong now, a sentence; null: nothing.</param>
internal sealed record ArrivalState(
    string Place,
    DateTimeOffset Looked,
    DateTimeOffset? Worked,
    DateTimeOffset? Arrived,
    long Added,
    long Replaced,
    long Withdrawn,
    long Rejected,
    string? Problem
);
