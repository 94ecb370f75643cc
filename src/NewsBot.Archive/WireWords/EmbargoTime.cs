using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Search.Calendar;

namespace NewsBot.Archive.WireWords;

/// <summary>
/// Reads the time at which an embargo ends. An ambiguous time is not read: an item that stays hidden too long does no harm.
/// </summary>
internal static partial class EmbargoTime
{
    // The known zones that belong to one place only; IST, China's CST and the like are ambiguous. EST means its own offset even in
    // summer.
    private static readonly FrozenSet<string> Zones = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Z",
        "UTC",
        "GMT",
        "WET",
        "BST",
        "WEST",
        "CET",
        "CEST",
        "EET",
        "EEST",
        "MSK",
        "EST",
        "EDT",
        "CDT",
        "MST",
        "MDT",
        "PST",
        "PDT",
        "JST",
        "KST",
        "HKT",
        "SGT",
        "AEST",
        "AEDT"
    );

    // Local time of a place, including summer time.
    private static readonly Dictionary<string, string> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ET"] = "America/New_York",
        ["CT"] = "America/Chicago",
        ["MT"] = "America/Denver",
        ["PT"] = "America/Los_Angeles",
        ["Eastern"] = "America/New_York",
        ["Pacific"] = "America/Los_Angeles",
        ["London"] = "Europe/London",
        ["UK"] = "Europe/London",
        ["Kyiv"] = "Europe/Kyiv",
        ["Brussels"] = "Europe/Brussels",
    };

    /// <summary>
    /// Returns the time that a line names, in UTC; null where it names none, or an ambiguous one. A 24-hour time without a zone is UTC,
    /// as in every field; a day without a time begins once it is that day everywhere on Earth.
    /// </summary>
    /// <param name="line">For example "10:00 GMT, 2 December 2026", "12:01 a.m. ET, Dec. 2", "2026-12-02T10:00:00Z".</param>
    /// <param name="published">The time of publication, which gives the year where the line has none.</param>
    public static DateTimeOffset? Read(string line, DateTimeOffset? published)
    {
        if (DayOf(line, published, out var dayText) is not { } day)
            return null;
        var rest = dayText.Length == 0 ? line : line.Replace(dayText, " @ ", StringComparison.Ordinal);
        var times = Time().Matches(rest);
        if (times.Count > 1)
            return null;
        if (times.Count == 0)
            return rest.Any(char.IsDigit) ? null : ReadDate.EndOfEmbargo(day);
        var (hour, minute, isTwelve) = HourOf(times[0]);
        if (hour > 23 || minute > 59)
            return null;
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        return OffsetOf(rest[times[0].Index..], local) is { } offset ? new DateTimeOffset(local, offset).ToUniversalTime()
            : isTwelve || UnknownZone().IsMatch(rest[(times[0].Index + times[0].Length)..]) ? null
            : new DateTimeOffset(local, TimeSpan.Zero);
    }

    private static DateOnly? DayOf(string line, DateTimeOffset? published, out string text)
    {
        text = "";
        var days = Day().Matches(line);
        if (days.Count != 1)
            return null;
        text = days[0].Value;
        var group = days[0].Groups;
        if (group["iso"].Success)
            return DateOnly.TryParseExact(group["iso"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)
                ? iso
                : null;
        if (MonthNames.Find(group["month"].Value) is not { } month)
            return null;
        var number = int.Parse(group["day"].Value, CultureInfo.InvariantCulture);
        var year = group["year"].Success ? int.Parse(group["year"].Value, CultureInfo.InvariantCulture) : published?.Year ?? 0;
        if (year == 0 || number > DateTime.DaysInMonth(year, month) || number == 0)
            return null;
        var day = new DateOnly(year, month, number);
        // An embargo ends after the item was written: "until 2 January", sent in December.
        return group["year"].Success || published is not { } sent || day >= DateOnly.FromDateTime(sent.UtcDateTime)
            ? day
            : day.PlusMonths(12);
    }

    private static (int Hour, int Minute, bool IsTwelve) HourOf(Match time)
    {
        if (time.Groups["noon"].Success)
            return (12, 0, true);
        if (time.Groups["midnight"].Success)
            return (0, 0, true);
        var hour = int.Parse(time.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = time.Groups["minute"].Success ? int.Parse(time.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        if (!time.Groups["half"].Success)
            return (hour, minute, false);
        if (hour is 0 or > 12)
            return (99, 0, true);
        return ((hour % 12) + (char.ToLowerInvariant(time.Groups["half"].Value[0]) == 'p' ? 12 : 0), minute, true);
    }

    private static TimeSpan? OffsetOf(string rest, DateTime local)
    {
        var offset = Offset().Match(rest);
        var sign = offset.Groups["sign"].Value is "-" or "−" ? -1 : 1;
        if (
            offset.Groups["offsetHour"] is { Success: true, Value: var hours }
            && int.Parse(hours, CultureInfo.InvariantCulture) is <= 14 and var whole
        )
            return sign
                * new TimeSpan(
                    whole,
                    offset.Groups["offsetMinute"] is { Success: true, Value: var minutes }
                        ? int.Parse(minutes, CultureInfo.InvariantCulture) % 60
                        : 0,
                    0
                );
        foreach (Match word in Word().Matches(rest))
        {
            if (Zones.Contains(word.Value))
                return ZoneNames.OffsetAt(word.Value, local);
            if (
                Places.TryGetValue(word.Value, out var place)
                && TimeZoneInfo.TryFindSystemTimeZoneById(place, out var known)
                && !known.IsInvalidTime(local)
                && !known.IsAmbiguousTime(local)
            )
                return known.GetUtcOffset(local);
        }

        return null;
    }

    private const string Months =
        @"(?<month>(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?))\b\.?";

    [GeneratedRegex(
        @"(?<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})|\b(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+"
            + Months
            + @"(?:,?[\s-]+(?<year>20[0-9]{2})\b)?"
            + @"|\b"
            + Months
            + @"\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(?<year>20[0-9]{2})\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Day();

    [GeneratedRegex(
        @"(?<![0-9+\-−])(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})(?::[0-9]{2})?(?:\.[0-9]+)?(?:\s*(?<half>[ap])\.?\s?m\b\.?)?|(?<![0-9+\-−:.])(?<hour>[0-9]{1,2})\s*(?<half>[ap])\.?\s?m\b\.?"
            + @"|(?<![0-9+\-−])(?<hour>[0-2][0-9])(?<minute>[0-5][0-9])(?![0-9])(?=\s*(?:h|hrs|hours)?\b)|\b(?<noon>noon|midday)\b|\b(?<midnight>midnight)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Time();

    [GeneratedRegex(
        @"(?:GMT|UTC|[0-9]|m\.?)\s*(?<sign>[+\-−])(?<offsetHour>[0-9]{1,2})(?::?(?<offsetMinute>[0-9]{2}))?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Offset();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Za-z]+")]
    private static partial Regex Word();

    // "10:00 IST" names an unknown or ambiguous zone.
    [GeneratedRegex(@"\A\W*(?!HRS\b)(?!AT\b)(?!ON\b)[A-Z]{2,5}\b|\blocal\b", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownZone();
}
