namespace NewsBot.Archive.Parsing.Dates;

/// <summary>A date as it was read.</summary>
/// <param name="Time">In UTC and whole milliseconds; midnight where only the day is known.</param>
/// <param name="IsAmbiguous">Whether day and month could be the other way round, so that a setting decided.</param>
/// <param name="IsZoneKnown">False where a zone is named that is not known: the day is right, and the time is left out.</param>
internal readonly record struct ReadDate(DateTimeOffset Time, bool IsAmbiguous = false, bool IsZoneKnown = true);
