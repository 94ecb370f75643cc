using System.Globalization;

namespace NewsBot.Teams.Rendering;

/// <summary>Writes days as a newspaper does.</summary>
internal static class Days
{
    /// <summary>Returns the day with non-breaking spaces; null for none.</summary>
    public static string? Unbroken(DateOnly? day) => Text(day)?.Replace(' ', '\u00A0');

    public static string OrNone(DateOnly? day) => Text(day) ?? "no date";

    public static string? Text(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
