namespace NewsBot.Archive.Ingest;

/// <summary>How far an ingest is. Reported after each commit and each rejection, in order, on the thread of the ingest.</summary>
public sealed record IngestProgress
{
    /// <summary>The articles that were committed since the last report: they survive whatever happens next.</summary>
    public required IReadOnlyList<IngestedArticle> Committed { get; init; }

    /// <summary>What could not be ingested since the last report.</summary>
    public required IReadOnlyList<IngestRejection> Rejected { get; init; }

    /// <summary>Files that were read to their end.</summary>
    public required int FilesRead { get; init; }

    /// <summary>Bytes that were read.</summary>
    public required long BytesRead { get; init; }

    /// <summary>Bytes of all files together, as far as they have a length.</summary>
    public required long BytesInAll { get; init; }
}
