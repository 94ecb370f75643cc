using NewsBot.Archive.Ingest;

namespace NewsBot.Archive.Watching;

/// <summary>Represents one pass over a watched folder.</summary>
public sealed record WatchPass
{
    /// <summary>Gets what was ingested; null where there was nothing to do.</summary>
    public IngestReport? Report { get; init; }

    /// <summary>Gets what prevents the watch, as a sentence; null: nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Gets the notes that the previous report did not have, one sentence each.</summary>
    public IReadOnlyList<string> NewNotes { get; init; } = [];

    /// <summary>Gets the time until the next pass, unless the system reports a change earlier.</summary>
    public required TimeSpan Wait { get; init; }
}
