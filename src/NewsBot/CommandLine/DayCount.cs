using System.Globalization;

namespace NewsBot.CommandLine;

/// <summary>Reads numbers of days as people type them. Stateless and thread-safe.</summary>
internal static class DayCount
{
    /// <summary>Reads a number such as <c>90d</c>: 0 or more.</summary>
    public static bool TryRead(string written, out int days)
    {
        days = 0;
        return written is [.. var digits, 'd'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out days);
    }
}
