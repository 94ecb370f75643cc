namespace NewsBot.Archive.Parsing;

/// <summary>A file to read, or a place where none could be found.</summary>
/// <param name="Path">Where it is, beginning as the caller named it.</param>
/// <param name="Source">The source of its article.</param>
/// <param name="Rejection">Why it cannot be read; null for a file.</param>
internal sealed record FoundFile(string Path, string Source, string? Rejection = null);
