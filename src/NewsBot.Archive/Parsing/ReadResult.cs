using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing;

/// <summary>Represents what was read from a file: an article, or the reason why there is none. Exactly one of the two is set.</summary>
public sealed record ReadResult
{
    /// <summary>Gets the line of the file, from 1; null for the file as a whole, or for an article in it that is not a line.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the article.</summary>
    public Article? Article { get; init; }

    /// <summary>Gets why there is no article, and the remedy: the rest of a sentence that begins with the name of the file.</summary>
    public string? Rejection { get; init; }

    /// <summary>Gets the kind of reason in <see cref="Rejection"/>.</summary>
    public RejectionKind Kind { get; init; }

    /// <summary>Gets the source that the rejected article would have, where known.</summary>
    public string? RejectedSource { get; init; }

    /// <summary>Gets a value indicating whether the rejected part may have contained articles of any source.</summary>
    public bool HidesOthers { get; init; }

    /// <summary>
    /// Gets a value indicating whether a date of the article could mean two days (03/05/2023), so that a setting decided.
    /// </summary>
    public bool HasAmbiguousDate { get; init; }

    /// <summary>
    /// Gets a value indicating whether the file could not be read to its end (permissions, a broken disk, removed in the meantime), so
    /// that the rest of its content is unknown.
    /// </summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Gets the number of bytes of the file read so far.</summary>
    public long Position { get; init; }
}
