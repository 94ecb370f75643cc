using System.Collections.Concurrent;
using NewsBot.Archive.Ingest;

namespace NewsBot.Arriving;

/// <summary>Keeps what has come of each watched folder and feed since the host started. Thread-safe.</summary>
internal sealed class ArrivalStates(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ArrivalState> states = new(StringComparer.Ordinal);

    /// <summary>Gets the states, by place.</summary>
    public IReadOnlyList<ArrivalState> All => [.. states.Values.OrderBy(state => state.Place, StringComparer.Ordinal)];

    /// <summary>Records a pass; two passes of one place do not overlap.</summary>
    /// <param name="place">The folder or feed.</param>
    /// <param name="report">What was ingested; null: nothing.</param>
    /// <param name="problem">What is wrong, a sentence; null: nothing.</param>
    public void Note(string place, IngestReport? report, string? problem)
    {
        var now = time.GetUtcNow();
        var before = states.GetValueOrDefault(place) ?? new ArrivalState(place, now, null, null, 0, 0, 0, 0, null);
        var hasChanged = report is not null && report.Added + report.Replaced + report.Withdrawn > 0;
        states[place] = before with
        {
            Looked = now,
            Worked = problem is null ? now : before.Worked,
            Arrived = hasChanged ? now : before.Arrived,
            Added = before.Added + (report?.Added ?? 0),
            Replaced = before.Replaced + (report?.Replaced ?? 0),
            Withdrawn = before.Withdrawn + (report?.Withdrawn ?? 0),
            Rejected = before.Rejected + (report?.Rejected ?? 0),
            Problem = problem,
        };
    }
}
