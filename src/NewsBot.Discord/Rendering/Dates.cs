using System.Globalization;

namespace NewsBot.Discord.Rendering;

/// <summary>Writes days for readers.</summary>
internal static class Dates
{
    /// <summary>
    /// Returns a day such as "3 May 2023"; "no date" for null. Does not use Discord's notation, which would shift days with the reader's
    /// zone.
    /// </summary>
    public static string Show(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "no date";
}
