using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Ingest;

/// <summary>Represents a file of a folder, and whether it is read.</summary>
/// <param name="Found">The file.</param>
/// <param name="Reads">Whether it is read now.</param>
/// <param name="Known">What an earlier pass found in it; null: unknown.</param>
internal sealed record ScannedFile(FoundFile Found, bool Reads, FileContent? Known);
