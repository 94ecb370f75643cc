using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Timelines;

/// <summary>
/// Represents what the articles say on a topic, day by day. Every sentence is a verbatim statement with a citation. Immutable.
/// </summary>
public sealed record Timeline
{
    /// <summary>Gets the topic as requested.</summary>
    public required string Topic { get; init; }

    /// <summary>Gets the days, oldest first; statements of articles without a day come last.</summary>
    public required IReadOnlyList<TimelineDay> Days { get; init; }

    /// <summary>Gets the citations, numbered from 1 in order of first use.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Gets the sources of the articles shown.</summary>
    public IReadOnlyList<string> Sources => [.. Citations.Select(citation => citation.Source).Distinct(StringComparer.Ordinal)];
}
