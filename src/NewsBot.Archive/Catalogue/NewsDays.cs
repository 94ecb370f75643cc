namespace NewsBot.Archive.Catalogue;

/// <summary>Represents the days (UTC) on which articles were published. Immutable, thread-safe.</summary>
public sealed class NewsDays
{
    /// <summary>Specifies the share of the usual number of articles from which a day counts as full.</summary>
    private const double FullDay = 0.1;

    /// <summary>Specifies the number of days whose median is the usual number of articles.</summary>
    private const int UsualDays = 30;

    private readonly (DateOnly Day, int Articles)[] days;

    /// <summary>Creates a list of days.</summary>
    /// <param name="counts">The number of articles of each day, 1 or more; in any order.</param>
    public NewsDays(IEnumerable<KeyValuePair<DateOnly, int>> counts) =>
        days = [.. counts.Select(one => (one.Key, one.Value)).OrderBy(one => one.Key)];

    /// <summary>Gets the first day; null when no article has a day.</summary>
    public DateOnly? First => days.Length == 0 ? null : days[0].Day;

    /// <summary>Gets the last day; null when no article has a day.</summary>
    public DateOnly? Last => days.Length == 0 ? null : days[^1].Day;

    /// <summary>
    /// Returns the newest day worth reading about: not after today, and not one with a single stray article or with less than a tenth of
    /// the usual number where an earlier day has more. Null when there is no day up to today.
    /// </summary>
    public DateOnly? NewestFull(DateOnly today)
    {
        var past = Array.FindAll(days, one => one.Day <= today);
        for (var i = past.Length - 1; i >= 0; i--)
        {
            var counts = past[Math.Max(0, i - UsualDays)..i].Select(one => one.Articles).Order().ToArray();
            if (counts.Length == 0 || past[i].Articles >= Math.Max(Math.Min(2, counts[^1]), FullDay * counts[counts.Length / 2]))
                return past[i].Day;
        }

        return null;
    }

    /// <summary>Returns the nearest day with articles before a day; null when there is none.</summary>
    public DateOnly? Before(DateOnly day) => Array.FindLast(days, one => one.Day < day) is { Articles: > 0 } found ? found.Day : null;

    /// <summary>Returns the nearest day with articles after a day, up to <paramref name="today"/>; null when there is none.</summary>
    public DateOnly? After(DateOnly day, DateOnly today) =>
        Array.Find(days, one => one.Day > day && one.Day <= today) is { Articles: > 0 } found ? found.Day : null;
}
