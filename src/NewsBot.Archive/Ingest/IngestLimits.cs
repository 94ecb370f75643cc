using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Ingest;

/// <summary>How much an ingest holds at once, and how it reads.</summary>
internal sealed record IngestLimits
{
    /// <summary>Articles in one transaction: enough that waiting for the disk does not count, few enough that progress is seen.</summary>
    public int BatchArticles { get; init; } = 512;

    /// <summary>UTF-16 code units of text in one transaction.</summary>
    public int BatchChars { get; init; } = 2_000_000;

    /// <summary>The newsroom's choices for the reading of files.</summary>
    public ReadingOptions Reading { get; init; } = new();

    /// <summary>What is known of the one folder that is ingested, where it is watched; null: everything is read.</summary>
    public FolderScan? Scan { get; init; }
}
