using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Ingest;

/// <summary>Specifies how much an ingest keeps in memory at once, and how it reads.</summary>
internal sealed record IngestLimits
{
    /// <summary>
    /// Gets the number of articles in one transaction: enough that waiting for the disk does not matter, few enough that progress shows.
    /// </summary>
    public int BatchArticles { get; init; } = 512;

    /// <summary>Gets the length of text in one transaction, in UTF-16 code units.</summary>
    public int BatchChars { get; init; } = 2_000_000;

    /// <summary>Gets the newsroom's settings for reading files.</summary>
    public ReadingOptions Reading { get; init; } = new();

    /// <summary>Gets what is known of the one folder being ingested, where it is watched; null: everything is read.</summary>
    public FolderScan? Scan { get; init; }
}
