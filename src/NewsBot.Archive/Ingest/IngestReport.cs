namespace NewsBot.Archive.Ingest;

/// <summary>What an ingest did. What it counts is durable.</summary>
public sealed record IngestReport
{
    /// <summary>Rejections and notes are kept up to this number each, and counted beyond it.</summary>
    public const int MaxListed = 1000;

    /// <summary>The files in the order in which they were read.</summary>
    public required IReadOnlyList<IngestedFile> Files { get; init; }

    /// <summary>Articles whose source was new.</summary>
    public required int Added { get; init; }

    /// <summary>Articles that took the place of another version.</summary>
    public required int Replaced { get; init; }

    /// <summary>Articles that were there already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Articles that were removed because their folder has them no longer.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>What could not be ingested, at most <see cref="MaxListed"/>.</summary>
    public required IReadOnlyList<IngestRejection> Rejections { get; init; }

    /// <summary>Number of all rejections.</summary>
    public required int Rejected { get; init; }

    /// <summary>What a person should know although nothing failed, a sentence each, at most <see cref="MaxListed"/>.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Why the archive could take no more, one sentence; null when it took everything.</summary>
    public string? StoreFailure { get; init; }

    /// <summary>The ingest was cancelled; what the report counts was done before.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether something could not be ingested.</summary>
    public bool HasFailures => Rejected > 0 || StoreFailure is not null;
}
