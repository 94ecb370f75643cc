using NewsBot.Newsroom.Stories;
using NewsBot.Search.Calendar;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Determines whether a story may still get articles. Stateless and thread-safe.</summary>
public static class StoryAge
{
    /// <summary>Determines whether an article of today could be of a story.</summary>
    /// <param name="newest">The day of the story's newest article (UTC); null when unknown: such a story is never over.</param>
    /// <param name="today">The day (UTC).</param>
    public static bool IsOpen(DateOnly? newest, DateOnly today) => newest is not { } day || day.PlusDays(OtherReports.Days) >= today;
}
