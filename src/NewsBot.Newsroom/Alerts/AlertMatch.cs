namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents something that an alert has found. Immutable.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Kind">What there is to tell about it.</param>
/// <param name="Story">The source of the first article of its story that the alert found.</param>
/// <param name="Change">The number of the archive's change with which readers came to see it.</param>
/// <param name="At">When it was found (UTC).</param>
/// <param name="ToldAt">When a post told it (UTC); null as long as none has.</param>
internal sealed record AlertMatch(
    string Source,
    AlertMatchKind Kind,
    string Story,
    long Change,
    DateTimeOffset At,
    DateTimeOffset? ToldAt = null
);
