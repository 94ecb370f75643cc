namespace NewsBot.Archive.Parsing;

/// <summary>Represents a file to read, or a place where none could be found.</summary>
/// <param name="Path">The path, beginning as the caller named it.</param>
/// <param name="Source">The source of its article.</param>
/// <param name="Rejection">Why it cannot be read; null: it can.</param>
internal sealed record FoundFile(string Path, string Source, string? Rejection = null)
{
    /// <summary>Gets a value indicating whether articles read earlier may still be there, despite the rejection.</summary>
    public bool HidesOthers { get; init; } = true;

    /// <summary>Gets a value indicating whether it is skipped silently: hidden, left behind by a program, or unfinished.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>
    /// Gets a value indicating whether there is nothing to open: an empty file, or a pipe, socket or device, none of which has a length.
    /// Opening a pipe would wait for its other end.
    /// </summary>
    public bool IsEmpty { get; init; }
}
