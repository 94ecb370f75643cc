using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Ingest;

/// <summary>Reports what an ingest did. What it counts is durable.</summary>
public sealed record IngestReport
{
    /// <summary>The number up to which rejections and notes are listed; beyond it they are only counted.</summary>
    public const int MaxListed = 1000;

    /// <summary>Gets the files in the order in which they were read.</summary>
    public required IReadOnlyList<IngestedFile> Files { get; init; }

    /// <summary>Gets the number of articles whose source was new.</summary>
    public required int Added { get; init; }

    /// <summary>Gets the number of articles that replaced another version.</summary>
    public required int Replaced { get; init; }

    /// <summary>Gets the number of articles that were there already, as they are or in a higher version.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Gets the number of those of <see cref="Unchanged"/> that are there in a higher version.</summary>
    public int Older { get; init; }

    /// <summary>Gets the number of all that were read, changed or not, that are under an embargo.</summary>
    public int Embargoed { get; init; }

    /// <summary>Gets the number of all that were read, changed or not, that withdraw a report.</summary>
    public int Killed { get; init; }

    /// <summary>Gets the number of files and folders that were passed over: hidden, or not finished.</summary>
    public int Skipped { get; init; }

    /// <summary>Gets the number of articles that were removed because their folder no longer has them.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>Gets what could not be ingested, at most <see cref="MaxListed"/>.</summary>
    public required IReadOnlyList<IngestRejection> Rejections { get; init; }

    /// <summary>Gets the number of all rejections.</summary>
    public required int Rejected { get; init; }

    /// <summary>Gets the number of rejections of each kind that occurred.</summary>
    public IReadOnlyDictionary<RejectionKind, int> RejectedByKind { get; init; } = new Dictionary<RejectionKind, int>();

    /// <summary>Gets what a person should know although nothing failed, a sentence each, at most <see cref="MaxListed"/>.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets why the archive could take no more, in one sentence; null when it took everything.</summary>
    public string? StoreFailure { get; init; }

    /// <summary>Gets whether the ingest was cancelled; what the report counts was done before.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Gets whether something could not be ingested.</summary>
    public bool HasFailures => Rejected > 0 || StoreFailure is not null;
}
