namespace NewsBot.Archive.Ingest;

/// <summary>Represents the state of a watched folder before an ingest reads it, and what the ingest finds.</summary>
/// <param name="Files">All files of the folder, in order.</param>
/// <param name="Withdraws">Whether articles that are not found are withdrawn now.</param>
internal sealed record FolderScan(IReadOnlyList<ScannedFile> Files, bool Withdraws)
{
    /// <summary>Gets what was read, by path; written by the ingest.</summary>
    public Dictionary<string, FileContent> Contents { get; } = new(StringComparer.Ordinal);
}
