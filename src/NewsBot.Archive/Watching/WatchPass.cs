using NewsBot.Archive.Ingest;

namespace NewsBot.Archive.Watching;

/// <summary>Reports one look at a watched folder.</summary>
public sealed record WatchPass
{
    /// <summary>Gets what was ingested; null where nothing was to do.</summary>
    public IngestReport? Report { get; init; }

    /// <summary>Gets what keeps the folder from being watched, a sentence; null: nothing does.</summary>
    public string? Problem { get; init; }

    /// <summary>Gets the sentences that the report of the last look did not have.</summary>
    public IReadOnlyList<string> NewNotes { get; init; } = [];

    /// <summary>Gets the time until the next look, unless the system tells of a change before.</summary>
    public required TimeSpan Wait { get; init; }
}
