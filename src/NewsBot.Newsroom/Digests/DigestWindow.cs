namespace NewsBot.Newsroom.Digests;

/// <summary>
/// Represents what a digest covers when it covers no single day: everything that readers came to see, or saw changed, between two changes
/// of the archive. Immutable.
/// </summary>
public sealed record DigestWindow
{
    /// <summary>
    /// Specifies the age, at the start of a window, from which an article that arrives in it is not news: it is counted, not told.
    /// </summary>
    public static readonly TimeSpan OldAfter = TimeSpan.FromDays(7);

    /// <summary>Determines whether an article was published so long before a window that it is not news.</summary>
    /// <param name="readableFrom">The later of its publication and the end of its embargo (UTC); null when neither is known.</param>
    /// <param name="from">The time at which the window begins (UTC).</param>
    public static bool IsOld(DateTimeOffset? readableFrom, DateTimeOffset from) => readableFrom < from - OldAfter;

    /// <summary>Gets the number of the archive's change after which the window begins.</summary>
    public required long After { get; init; }

    /// <summary>Gets the number of the last change in the window.</summary>
    public required long UpTo { get; init; }

    /// <summary>Gets the time at which the window begins (UTC).</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Gets the time at which the window ends (UTC).</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Gets the IANA id of the time zone in which readers see these times.</summary>
    public required string Zone { get; init; }

    /// <summary>
    /// Gets a value indicating whether the window also has what was in the archive at its first change and was published since
    /// <see cref="From"/>: nobody knows when that arrived.
    /// </summary>
    public bool TakesPublished { get; init; }
}
