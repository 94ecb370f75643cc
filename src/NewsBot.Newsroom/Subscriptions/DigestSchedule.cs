using System.Globalization;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>When a digest is due, and of what. Immutable.</summary>
/// <param name="Time">Time of day on the zone's clocks, in whole minutes.</param>
/// <param name="Zone">Id of the time zone, such as <c>Europe/London</c> (IANA).</param>
/// <param name="Days">Days of the week in that zone; at least one.</param>
/// <param name="Topic">Words that every story has to do with; null for all stories.</param>
public sealed record DigestSchedule(TimeOnly Time, string Zone, DigestDays Days, string? Topic)
{
    /// <summary>As it is typed: <c>08:00 Europe/London weekdays drone</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Time:HH:mm} {Zone} {DigestDaysText.Write(Days)}{(Topic is null ? "" : " " + Topic)}");
}
