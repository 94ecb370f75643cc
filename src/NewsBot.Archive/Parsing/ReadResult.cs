using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Parsing;

/// <summary>What was read of a file: an article, or the reason why there is none. Exactly one of the two is set.</summary>
public sealed record ReadResult
{
    /// <summary>The line of the file, from 1; null where the file as a whole is meant.</summary>
    public int? Line { get; init; }

    /// <summary>The article.</summary>
    public Article? Article { get; init; }

    /// <summary>Why there is no article, and what to do: the rest of a sentence that begins with the name of the file.</summary>
    public string? Rejection { get; init; }

    /// <summary>
    /// The file could not be read to its end (permissions, a broken disk, gone meanwhile), so that nothing is known of what else it holds.
    /// </summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Bytes of the file that were read up to here.</summary>
    public long Position { get; init; }
}
