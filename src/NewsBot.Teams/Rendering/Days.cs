using System.Globalization;

namespace NewsBot.Teams.Rendering;

/// <summary>Writes days as a newspaper does.</summary>
internal static class Days
{
    public static string OrNone(DateOnly? day) => Text(day) ?? "no date";

    public static string? Text(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
