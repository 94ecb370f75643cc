using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Timelines;

/// <summary>What the articles say on a topic, day by day. Every sentence is a statement with a citation, word for word. Immutable.</summary>
public sealed record Timeline
{
    /// <summary>The topic as it was asked for.</summary>
    public required string Topic { get; init; }

    /// <summary>The days, oldest first; statements of articles without a day come last.</summary>
    public required IReadOnlyList<TimelineDay> Days { get; init; }

    /// <summary>Numbered from 1 in order of first use.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Gets the sources of the articles that it shows.</summary>
    public IReadOnlyList<string> Sources => [.. Citations.Select(citation => citation.Source).Distinct(StringComparer.Ordinal)];
}
