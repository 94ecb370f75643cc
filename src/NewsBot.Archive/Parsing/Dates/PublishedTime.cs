using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Archive.Parsing.Dates;

/// <summary>Reads the ISO 8601 dates and times found in news exports.</summary>
internal static partial class PublishedTime
{
    /// <summary>
    /// Reads "2023-05-03", "2023-05-03T10:00Z" or "2023-05-03 10:00:00.123456789+0200"; without an offset it is UTC. The result is in UTC
    /// and whole milliseconds. Returns false for every other form, and for a day or time that does not exist.
    /// </summary>
    public static bool TryParse(string value, out DateTimeOffset published)
    {
        published = default;
        var match = Iso8601().Match(value.Trim());
        if (
            !match.Success
            || !DateOnly.TryParseExact(
                match.Groups["day"].ValueSpan,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            return false;

        int hour = Number(match, "hour"),
            minute = Number(match, "minute"),
            second = Number(match, "second");
        int offsetHours = Number(match, "offsetHours"),
            offsetMinutes = Number(match, "offsetMinutes");
        if (hour > 23 || minute > 59 || second > 59 || offsetHours > 14 || offsetMinutes > 59)
            return false;

        var milliseconds = match.Groups["fraction"].Success
            ? int.Parse(match.Groups["fraction"].Value.PadRight(3, '0')[..3], CultureInfo.InvariantCulture)
            : 0;
        var time = day.ToDateTime(new TimeOnly(hour, minute, second, milliseconds), DateTimeKind.Utc);
        var offset = new TimeSpan(offsetHours, offsetMinutes, 0) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        if (offset > TimeSpan.Zero ? time - DateTime.MinValue < offset : DateTime.MaxValue - time < -offset)
            return false;

        published = new DateTimeOffset(time - offset, TimeSpan.Zero);
        return true;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\A(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]+))?)?"
            + @"\ ?(?:[Zz]|UTC|GMT|(?<sign>[+-])(?<offsetHours>[0-9]{2})(?::?(?<offsetMinutes>[0-9]{2}))?)?)?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Iso8601();
}
