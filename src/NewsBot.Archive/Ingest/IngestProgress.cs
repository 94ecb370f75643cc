namespace NewsBot.Archive.Ingest;

/// <summary>Reports how far an ingest has come: after each commit and each rejection, in order, on the thread of the ingest.</summary>
public sealed record IngestProgress
{
    /// <summary>Gets the articles that were committed since the last report: they survive whatever happens next.</summary>
    public required IReadOnlyList<IngestedArticle> Committed { get; init; }

    /// <summary>Gets what could not be ingested since the last report.</summary>
    public required IReadOnlyList<IngestRejection> Rejected { get; init; }

    /// <summary>Gets the number of files that were read to their end.</summary>
    public required int FilesRead { get; init; }

    /// <summary>Gets the number of bytes that were read.</summary>
    public required long BytesRead { get; init; }

    /// <summary>Gets the number of bytes of all files together, as far as they have a length.</summary>
    public required long BytesInAll { get; init; }
}
