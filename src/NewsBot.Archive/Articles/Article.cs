namespace NewsBot.Archive.Articles;

/// <summary>Represents a newsroom article as it was read. Immutable.</summary>
public sealed record Article
{
    /// <summary>
    /// Represents the <see cref="EmbargoedUntil"/> of an article held without a time, or with one that cannot be read: hidden until staff
    /// release it.
    /// </summary>
    public static readonly DateTimeOffset HeldUntilReleased = DateTimeOffset.FromUnixTimeMilliseconds(
        DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
    );

    /// <summary>Gets the file or URL that the article came from. Unique in the archive; comparison is ordinal.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the headline. Never empty: where the source has none, it is the first sentence, cut at a word.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the body, exactly as citations quote it. Offsets everywhere are UTF-16 offsets into this string.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Gets the time of publication, in UTC and whole milliseconds: midnight where only the day is known, null where neither is.
    /// </summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Gets the author; null where the source does not say.</summary>
    public string? Author { get; init; }

    /// <summary>Gets the outlet; null where the source does not say.</summary>
    public string? Outlet { get; init; }

    /// <summary>Gets the web address of the article; null where the source does not say.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the section of the paper; null where the source does not say.</summary>
    public string? Section { get; init; }

    /// <summary>Gets the BCP 47 language tag; null where the source does not say.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the relation of this version to the ones before it.</summary>
    public ArticleState State { get; init; }

    /// <summary>Gets the time until which none of it may be seen, in UTC and whole milliseconds; null: no embargo.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Gets the number that the source gives this version, from 0 or 1 up; null where the source does not say.</summary>
    public int? Version { get; init; }

    /// <summary>Gets the name shared by all versions of the item (a GUID, URN or URI); null where the source does not say.</summary>
    public string? ItemId { get; init; }

    /// <summary>
    /// Gets the source, URL or <see cref="ItemId"/> of the article it replaces, or its headline where <see cref="IsStateReadFromText"/>;
    /// null where the source does not say.
    /// </summary>
    public string? Replaces { get; init; }

    /// <summary>
    /// Gets the newsroom's note on this version: the wording of the correction, the reason for the kill, the editor's note; null: none.
    /// </summary>
    public string? StateNote { get; init; }

    /// <summary>
    /// Gets a value indicating whether the state or embargo was read from the text ("EMBARGOED until …", "CORRECTED:"), not from a field.
    /// </summary>
    public bool IsStateReadFromText { get; init; }

    /// <summary>Gets the day of publication (UTC), or null.</summary>
    public DateOnly? PublishedOn => Published is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;
}
