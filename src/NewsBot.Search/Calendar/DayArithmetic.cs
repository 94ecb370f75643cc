namespace NewsBot.Search.Calendar;

/// <summary>
/// Adds to days without leaving the calendar of <see cref="DateOnly"/> (years 1 to 9999): what would lie outside is its first or last day.
/// </summary>
public static class DayArithmetic
{
    /// <summary>Returns the day a number of days later; earlier if the number is negative.</summary>
    public static DateOnly PlusDays(this DateOnly day, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>Returns the same day a number of months later, or the last of a month that is too short.</summary>
    public static DateOnly PlusMonths(this DateOnly day, int months)
    {
        var month = (day.Year * 12L) + day.Month - 1 + months;
        return month < 12 ? DateOnly.MinValue
            : month >= 12 * 10_000 ? DateOnly.MaxValue
            : day.AddMonths(months);
    }

    /// <summary>Returns the last day of the month.</summary>
    public static DateOnly LastOfMonth(this DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
