using System.Globalization;

namespace NewsBot.Wire;

/// <summary>A day as people and programs write it.</summary>
internal static class Day
{
    /// <summary>Reads <c>YYYY-MM-DD</c> and nothing else.</summary>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
