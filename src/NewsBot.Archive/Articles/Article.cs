namespace NewsBot.Archive.Articles;

/// <summary>Represents a newsroom article as it was read. Immutable.</summary>
public sealed record Article
{
    /// <summary>Gets the file or URL that the article came from. It is unique in the archive; comparison is ordinal.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the headline. Never empty: where the source has none, it is the first sentence, cut at a word.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the body, exactly as citations quote it. Offsets everywhere are UTF-16 offsets into this string.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the time of publication, in UTC and whole milliseconds: midnight where only the day is known, null where nothing is.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Gets the author; null where the source does not say.</summary>
    public string? Author { get; init; }

    /// <summary>Gets the publisher; null where the source does not say.</summary>
    public string? Outlet { get; init; }

    /// <summary>Gets the address at which it can be read on the web; null where the source does not say.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the section of the paper; null where the source does not say.</summary>
    public string? Section { get; init; }

    /// <summary>Gets the BCP 47 language tag; null where the source does not say.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the day of publication (UTC), or null.</summary>
    public DateOnly? PublishedOn => Published is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;
}
