using NodaTime;
using NodaTime.TimeZones;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Computes when digests are due, by the IANA time zone rules that ship with NodaTime. Stateless, thread-safe.</summary>
public static class DueTimes
{
    // An ambiguous time is the earlier of the two; a time that the clocks skip moves forward by as much.
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnForwardShifted
    );

    /// <summary>
    /// Returns the zone's id in the database's spelling (<c>Europe/London</c> for <c>europe/london</c>); null for an unknown zone.
    /// </summary>
    public static string? FindZone(string name) =>
        DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the first due time after an instant.</summary>
    /// <exception cref="DateTimeZoneNotFoundException">The zone is unknown.</exception>
    public static DueTime After(DigestSchedule schedule, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
        // From the day before: across the date line, yesterday's time may still be to come.
        var day = Instant.FromDateTimeOffset(instant).InZone(zone).Date.PlusDays(-1);
        while (true)
        {
            if (On(schedule, zone, day) is { } due && due.At > instant)
                return due;
            day = day.PlusDays(1);
        }
    }

    /// <summary>Returns the first due time on a later day.</summary>
    /// <exception cref="DateTimeZoneNotFoundException">The zone is unknown.</exception>
    public static DueTime AfterDay(DigestSchedule schedule, DateOnly after)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
        for (var day = LocalDate.FromDateOnly(after).PlusDays(1); ; day = day.PlusDays(1))
        {
            if (On(schedule, zone, day) is { } due)
                return due;
        }
    }

    /// <summary>Returns the last due time before an instant.</summary>
    /// <exception cref="DateTimeZoneNotFoundException">The zone is unknown.</exception>
    public static DueTime Before(DigestSchedule schedule, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
        // From the day after: across the date line, tomorrow's time may be past.
        for (var day = Instant.FromDateTimeOffset(instant).InZone(zone).Date.PlusDays(1); ; day = day.PlusDays(-1))
        {
            if (On(schedule, zone, day) is { } due && due.At < instant)
                return due;
        }
    }

    private static DueTime? On(DigestSchedule schedule, DateTimeZone zone, LocalDate day)
    {
        if (((int)schedule.Days & (1 << ((int)day.DayOfWeek - 1))) == 0)
            return null;
        var time = zone.ResolveLocal(day.At(LocalTime.FromTimeOnly(schedule.Time)), Resolver);
        // A day that the zone skipped, as Samoa skipped 30 December 2011, has no digest.
        return time.Date == day ? new DueTime(day.ToDateOnly(), time.ToDateTimeOffset().ToUniversalTime()) : null;
    }
}
