using System.Globalization;

namespace NewsBot.Discord.Rendering;

/// <summary>Days as readers see them.</summary>
internal static class Dates
{
    /// <summary>
    /// Such as "3 May 2023"; "no date" when there is none. Not Discord's own notation: that would shift days with the reader's zone.
    /// </summary>
    public static string Show(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "no date";
}
