namespace NewsBot.Archive.Parsing.Dates;

/// <summary>Represents a date that was read.</summary>
/// <param name="Time">The time, in UTC and whole milliseconds; midnight where only the day is known.</param>
/// <param name="IsAmbiguous">Whether day and month could be the other way round, so that a setting decided.</param>
/// <param name="IsZoneKnown">False where the zone named is unknown: the day is right, and the time is left out.</param>
/// <param name="HasTime">False where only the day is known.</param>
internal readonly record struct ReadDate(DateTimeOffset Time, bool IsAmbiguous = false, bool IsZoneKnown = true, bool HasTime = true)
{
    /// <summary>
    /// Gets the time at which an embargo until this date ends: a day without a time begins once it is that day everywhere on Earth.
    /// </summary>
    public DateTimeOffset EmbargoEnd => HasTime ? Time : EndOfEmbargo(DateOnly.FromDateTime(Time.UtcDateTime));

    /// <summary>Returns the time at which an embargo until a day ends: 12:00 UTC.</summary>
    public static DateTimeOffset EndOfEmbargo(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
