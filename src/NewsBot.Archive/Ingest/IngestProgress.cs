namespace NewsBot.Archive.Ingest;

/// <summary>
/// Represents the progress of an ingest, reported after each commit and each rejection, in order, on the thread of the ingest.
/// </summary>
public sealed record IngestProgress
{
    /// <summary>Gets the articles committed since the last report; they are durable.</summary>
    public required IReadOnlyList<IngestedArticle> Committed { get; init; }

    /// <summary>Gets what could not be ingested since the last report.</summary>
    public required IReadOnlyList<IngestRejection> Rejected { get; init; }

    /// <summary>Gets the number of files read to their end.</summary>
    public required int FilesRead { get; init; }

    /// <summary>Gets the number of bytes read.</summary>
    public required long BytesRead { get; init; }

    /// <summary>Gets the total size of all files in bytes; those of unknown length count as 0.</summary>
    public required long BytesInAll { get; init; }
}
