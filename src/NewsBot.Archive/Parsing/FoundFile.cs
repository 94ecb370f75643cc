namespace NewsBot.Archive.Parsing;

/// <summary>A file to read, or a place where none could be found.</summary>
/// <param name="Path">Where it is, beginning as the caller named it.</param>
/// <param name="Source">The source of its article.</param>
/// <param name="Rejection">Why it cannot be read; null for a file.</param>
internal sealed record FoundFile(string Path, string Source, string? Rejection = null)
{
    /// <summary>Whether the rejection says nothing about where articles that were read before are: they may still be there.</summary>
    public bool HidesOthers { get; init; } = true;

    /// <summary>Whether it is passed over without a word: hidden, or what a program left behind or has not finished.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>
    /// Whether it holds nothing that is worth opening: an empty file, or a pipe, socket or device, none of which has a length. Opening a
    /// pipe would wait for its other end.
    /// </summary>
    public bool IsEmpty { get; init; }
}
