using NewsBot.Search.Index.Querying;

namespace NewsBot.Search.Index;

/// <summary>What to look for, and what may be seen.</summary>
public sealed record PassageQuery
{
    /// <summary>
    /// Free text; every word counts, none is required. Where the text has no question mark, these have a meaning of their own:
    /// <c>"a quoted phrase"</c> and <c>+word</c> are required, <c>-word</c> and <c>-"a phrase"</c> are excluded, <c>source:NAME</c> asks for a
    /// part of the source, <c>before:2023-05-03</c> and <c>after:2023-05-03</c> (or a year, or a month) for documents published before and
    /// after that time. What cannot be read so is words. In a question, quotation marks are just that.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>At most this many hits; 1 or more.</summary>
    public int Top { get; init; } = 10;

    /// <summary>
    /// When set, documents published after this day (UTC) are not seen, and nearer ones rank higher; documents without a date are seen.
    /// Without it, a question about the present ("this week", "currently") prefers what is near to the newest document.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// True ranks by the query's terms alone (BM25F): for callers that weigh the other signs themselves. By default the article around,
    /// proximity, the place in the article, the date, feedback and other spellings of names count, too.
    /// </summary>
    public bool ByTermsAlone { get; init; }

    /// <summary>
    /// Bit n stands for <see cref="IndexDocument.RightsClass"/> n: only documents of these classes are seen. All of them by default.
    /// </summary>
    public ulong VisibleRights { get; init; } = ulong.MaxValue;

    /// <summary>
    /// Gets the first day (UTC) of the documents that are seen, this one included; null: no first day. With either day, documents without
    /// one are not seen.
    /// </summary>
    public DateOnly? From { get; init; }

    /// <summary>
    /// Gets the last day (UTC) of the documents that are seen, this one included; null: no last day. Unlike <see cref="AsOf"/> it says
    /// nothing of the reader's day.
    /// </summary>
    public DateOnly? To { get; init; }

    /// <summary>Gets the owners (<see cref="IndexDocument.Owner"/>) whose documents are seen; null: all of them.</summary>
    public IReadOnlySet<long>? Owners { get; init; }

    /// <summary>
    /// Whether nothing limits the documents but <see cref="AsOf"/>, and the text has none of the operators of <see cref="Text"/>: words
    /// only.
    /// </summary>
    public bool IsPlain => From is null && To is null && Owners is null && QueryReader.Read(Text) is { Required.Count: 0, Excluded.Count: 0, Sources.Count: 0, Before: null, After: null };
}
