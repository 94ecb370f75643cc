using System.Globalization;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents when a digest is due, and on which topic. Immutable.</summary>
/// <param name="Time">The local time of day in the zone, in whole minutes.</param>
/// <param name="Zone">The id of the time zone, such as <c>Europe/London</c> (IANA).</param>
/// <param name="Days">The days of the week in that zone; at least one.</param>
/// <param name="Topic">The words that every story must be about; null for all stories.</param>
public sealed record DigestSchedule(TimeOnly Time, string Zone, DigestDays Days, string? Topic)
{
    /// <summary>Reads a schedule as people type it; days (default: daily) and topic may be left out.</summary>
    /// <returns>The schedule, or a sentence that says what is wrong.</returns>
    public static (DigestSchedule? Schedule, string? Problem) Read(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return ScheduleReader.Read(words, null);
    }

    /// <summary>Returns the schedule as people type it: <c>08:00 Europe/London weekdays drone</c>.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Time:HH:mm} {Zone} {DigestDaysText.Write(Days)}{(Topic is null ? "" : " " + Topic)}"
        );
}
