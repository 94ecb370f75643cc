using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing;

/// <summary>Holds what was read of a file: an article, or the reason why there is none. Exactly one of the two is set.</summary>
public sealed record ReadResult
{
    /// <summary>Gets the line of the file, from 1; null where the file as a whole, or an article in it that is not a line, is meant.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the article.</summary>
    public Article? Article { get; init; }

    /// <summary>Gets why there is no article, and what to do: the rest of a sentence that begins with the name of the file.</summary>
    public string? Rejection { get; init; }

    /// <summary>Gets what kind of reason <see cref="Rejection"/> is.</summary>
    public RejectionKind Kind { get; init; }

    /// <summary>Gets the source that the rejected article would have, where it is known.</summary>
    public string? RejectedSource { get; init; }

    /// <summary>Gets whether what was rejected may have held articles of any source.</summary>
    public bool HidesOthers { get; init; }

    /// <summary>Gets whether a date of the article could be read in two ways (03/05/2023), so that a setting decided.</summary>
    public bool HasAmbiguousDate { get; init; }

    /// <summary>
    /// Gets whether the file could not be read to its end (permissions, a broken disk, gone meanwhile), so that nothing is known of what else it holds.
    /// </summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Gets the number of bytes of the file that were read up to here.</summary>
    public long Position { get; init; }
}
