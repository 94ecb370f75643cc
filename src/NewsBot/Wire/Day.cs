using System.Globalization;

namespace NewsBot.Wire;

/// <summary>Reads and writes days as people and programs do.</summary>
internal static class Day
{
    /// <summary>Reads <c>YYYY-MM-DD</c> and nothing else.</summary>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
