using NewsBot.Newsroom.Timelines;

namespace NewsBot.Wire;

/// <summary>Represents a timeline as programs read it.</summary>
/// <param name="Topic">The topic as requested.</param>
/// <param name="Days">The days, oldest first; the one without a date last.</param>
/// <param name="Citations">By number.</param>
internal sealed record TimelineJson(string Topic, IReadOnlyList<TimelineDayJson> Days, IReadOnlyList<CitationJson> Citations)
{
    /// <summary>Maps a timeline.</summary>
    public static TimelineJson From(Timeline timeline) =>
        new(
            timeline.Topic,
            [.. timeline.Days.Select(day => new TimelineDayJson(day.Day, [.. day.Statements.Select(StatementJson.From)]))],
            [.. timeline.Citations.Select(CitationJson.From)]
        );
}
