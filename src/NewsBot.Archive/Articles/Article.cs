namespace NewsBot.Archive.Articles;

/// <summary>A newsroom article as it was read. Immutable.</summary>
public sealed record Article
{
    /// <summary>The file or URL that the article came from; unique in the archive, compared to the letter.</summary>
    public required string Source { get; init; }

    /// <summary>Never empty: the first sentence, cut at a word, where the source has none.</summary>
    public required string Headline { get; init; }

    /// <summary>The body, exactly as citations quote it. Offsets everywhere are UTF-16 offsets into this string.</summary>
    public required string Text { get; init; }

    /// <summary>When it was published, in UTC and whole milliseconds; midnight where only the day is known; null where nothing is.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Who wrote it; null where the source does not say.</summary>
    public string? Author { get; init; }

    /// <summary>Who published it; null where the source does not say.</summary>
    public string? Outlet { get; init; }

    /// <summary>Where it can be read on the web; null where the source does not say.</summary>
    public string? Url { get; init; }

    /// <summary>The section of the paper; null where the source does not say.</summary>
    public string? Section { get; init; }

    /// <summary>BCP 47 language tag; null where the source does not say.</summary>
    public string? Language { get; init; }

    /// <summary>The day of publication (UTC), or null.</summary>
    public DateOnly? PublishedOn => Published is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;
}
