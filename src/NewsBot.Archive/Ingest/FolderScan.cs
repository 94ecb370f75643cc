namespace NewsBot.Archive.Ingest;

/// <summary>What a watch knows of a folder before an ingest reads it, and what the ingest finds.</summary>
/// <param name="Files">All of the folder, in order.</param>
/// <param name="Withdraws">Whether what was not found is withdrawn now.</param>
internal sealed record FolderScan(IReadOnlyList<ScannedFile> Files, bool Withdraws)
{
    /// <summary>What was read, by path; written by the ingest.</summary>
    public Dictionary<string, FileContent> Contents { get; } = new(StringComparer.Ordinal);
}
