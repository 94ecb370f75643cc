using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Ingest;

/// <summary>Represents what an ingest did. Everything that it counts is durable.</summary>
public sealed record IngestReport
{
    /// <summary>Specifies the maximum number of rejections and of notes listed; further ones are only counted.</summary>
    public const int MaxListed = 1000;

    /// <summary>Gets the files in the order in which they were read.</summary>
    public required IReadOnlyList<IngestedFile> Files { get; init; }

    /// <summary>Gets the number of articles with a new source.</summary>
    public required int Added { get; init; }

    /// <summary>Gets the number of articles that replaced another version.</summary>
    public required int Replaced { get; init; }

    /// <summary>Gets the number of articles that were already there, unchanged or in a higher version.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Gets the number of articles in <see cref="Unchanged"/> that are there in a higher version.</summary>
    public int Older { get; init; }

    /// <summary>Gets the number of articles read, changed or not, that are under embargo.</summary>
    public int Embargoed { get; init; }

    /// <summary>Gets the number of articles read, changed or not, that withdraw an article.</summary>
    public int Killed { get; init; }

    /// <summary>Gets the number of files and folders skipped because they are hidden or unfinished.</summary>
    public int Skipped { get; init; }

    /// <summary>Gets the number of articles removed because their folder no longer contains them.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>Gets what could not be ingested, at most <see cref="MaxListed"/> entries.</summary>
    public required IReadOnlyList<IngestRejection> Rejections { get; init; }

    /// <summary>Gets the number of all rejections.</summary>
    public required int Rejected { get; init; }

    /// <summary>Gets the number of rejections of each kind that occurred.</summary>
    public IReadOnlyDictionary<RejectionKind, int> RejectedByKind { get; init; } = new Dictionary<RejectionKind, int>();

    /// <summary>Gets what the user should know although nothing failed, one sentence each, at most <see cref="MaxListed"/>.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets why the archive could take no more, in one sentence; null when it took everything.</summary>
    public string? StoreFailure { get; init; }

    /// <summary>Gets how long the ingest took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets a value indicating whether the ingest was cancelled; what the report counts was done before.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Gets a value indicating whether something could not be ingested.</summary>
    public bool HasFailures => Rejected > 0 || StoreFailure is not null;
}
