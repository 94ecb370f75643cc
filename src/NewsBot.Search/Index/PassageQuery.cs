using NewsBot.Search.Index.Querying;

namespace NewsBot.Search.Index;

/// <summary>Represents what to search for, and what may be seen.</summary>
public sealed record PassageQuery
{
    /// <summary>
    /// Gets the free text; every word counts, none is required. In a text without a question mark, these have a special meaning:
    /// <c>"a quoted phrase"</c> and <c>+word</c> are required, <c>-word</c> and <c>-"a phrase"</c> are excluded, <c>source:NAME</c>
    /// requires part of the source, <c>before:2023-05-03</c> and <c>after:2023-05-03</c> (or a year, or a month) limit documents to those
    /// published before and after that time. Anything else counts as words. In a question, quotation marks have no special meaning.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Gets the maximum number of hits; 1 or more.</summary>
    public int Top { get; init; } = 10;

    /// <summary>
    /// Gets the day (UTC) of the question. Documents published later are not seen, and nearer ones rank higher; documents without a date
    /// are seen. Null: a question about the present ("this week", "currently") prefers documents near the newest one's date.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// Gets a value indicating whether to rank by the query's terms alone (BM25F), for callers that weight the other signals themselves.
    /// By default the surrounding article, proximity, the place in the article, the date, feedback and other spellings of names also
    /// count.
    /// </summary>
    public bool ByTermsAlone { get; init; }

    /// <summary>
    /// Gets the visible rights classes, all by default: bit n stands for <see cref="IndexDocument.RightsClass"/> n, and only documents of
    /// these classes are seen.
    /// </summary>
    public ulong VisibleRights { get; init; } = ulong.MaxValue;

    /// <summary>
    /// Gets the first day (UTC) of the documents that are seen, inclusive; null: no first day. With either day set, documents without a
    /// day are not seen.
    /// </summary>
    public DateOnly? From { get; init; }

    /// <summary>
    /// Gets the last day (UTC) of the documents that are seen, inclusive; null: no last day. Unlike <see cref="AsOf"/> it does not set
    /// the reader's day.
    /// </summary>
    public DateOnly? To { get; init; }

    /// <summary>Gets the owners (<see cref="IndexDocument.Owner"/>) whose documents are seen; null: all of them.</summary>
    public IReadOnlySet<long>? Owners { get; init; }

    /// <summary>
    /// Gets a value indicating whether only <see cref="AsOf"/> limits the documents, and the text has none of the operators of
    /// <see cref="Text"/>: words only.
    /// </summary>
    public bool IsPlain =>
        From is null
        && To is null
        && Owners is null
        && QueryReader.Read(Text) is { Required.Count: 0, Excluded.Count: 0, Sources.Count: 0, Before: null, After: null };
}
