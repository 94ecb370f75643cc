using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Archive.Parsing.Dates;

/// <summary>Reads dates and times in the forms found in news exports: ISO 8601, RFC 822, epochs, and what people write.</summary>
/// <remarks>A time without a zone is UTC. Days and times that do not exist are not read.</remarks>
internal static partial class DateReader
{
    private const int MaxChars = 120;

    // 1973 to 2286: shorter numbers are days (20230503), longer ones are milliseconds.
    private const long MinEpochSeconds = 100_000_000;

    private const long MaxEpochSeconds = 9_999_999_999;

    /// <summary>Returns the date; null where the value as a whole is not a date.</summary>
    /// <param name="value">The text of the field or line.</param>
    /// <param name="order">How 03/05/2023 is read.</param>
    public static ReadDate? Read(string value, DateOrder order)
    {
        if (value.Length > MaxChars)
            return null;
        if (PublishedTime.TryParse(value, out var iso))
            return new ReadDate(iso, HasTime: value.Contains(':'));

        var text = WhiteSpace().Replace(value, " ").Trim();
        if (Epoch(text) is { } epoch)
            return new ReadDate(epoch);
        if (Basic().Match(text) is { Success: true } basic)
            return PublishedTime.TryParse(
                basic.Result("${y}-${m}-${d}")
                    + (basic.Groups["h"].Success ? basic.Result("T${h}:${i}:") + Or(basic, "s", "00") + basic.Groups["zone"].Value : ""),
                out iso
            )
                ? new ReadDate(iso, HasTime: basic.Groups["h"].Success)
                : null;

        text = Prefix().Replace(text, "");
        return WithClock(text, Clock().Match(text), order) ?? WithClock(text, BareClock().Match(text), order);
    }

    /// <summary>Returns the day and month of a date without a year ("May 3", "3 May"); null where the value is not one.</summary>
    public static (int Month, int Day)? ReadDayOfYear(string value)
    {
        var match = YearlessDay().Match(value.Trim());
        return
            match.Success
            && MonthNames.Find(match.Groups["month"].Value) is { } month
            && Number(match, "day") is >= 1 and <= 31 and var day
            && day <= DateTime.DaysInMonth(2000, month)
            ? (month, day)
            : null;
    }

    /// <summary>Returns the dates with a year in running text, in order.</summary>
    public static IEnumerable<ReadDate> FindIn(string text, DateOrder order) =>
        InText().Matches(text).Select(match => Read(match.Value, order)).OfType<ReadDate>();

    private static ReadDate? WithClock(string text, Match clock, DateOrder order)
    {
        var rest = clock.Success ? text[..clock.Index] + " " + text[(clock.Index + clock.Length)..] : text;
        if (
            Day(
                Weekday()
                    .Replace(
                        Fillers().Replace(rest, " ").Trim(' ', ',', '.', ';', ':', '|', '-', '–', '—', '•', '·', '/', '(', ')', '[', ']'),
                        ""
                    ),
                order
            )
            is not var (day, isAmbiguous)
        )
            return null;
        if (!clock.Success)
            return new ReadDate(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), isAmbiguous, HasTime: false);
        if (TimeOf(clock) is not { } time)
            return null;

        var local = day.ToDateTime(time);
        if (OffsetOf(clock, local) is not { } offset)
            return new ReadDate(
                new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
                isAmbiguous,
                IsZoneKnown: false,
                HasTime: false
            );
        if (offset > TimeSpan.Zero ? local - DateTime.MinValue < offset : DateTime.MaxValue - local < -offset)
            return null;
        return new ReadDate(new DateTimeOffset(DateTime.SpecifyKind(local - offset, DateTimeKind.Utc)), isAmbiguous);
    }

    private static TimeOnly? TimeOf(Match clock)
    {
        int hour = Number(clock, "hour"),
            minute = Number(clock, "minute"),
            second = Number(clock, "second");
        if (clock.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (clock.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        }

        // 60 is a leap second, which DateTime does not have.
        return hour > 23 || minute > 59 || second > 60 ? null : new TimeOnly(hour, minute, Math.Min(second, 59));
    }

    private static TimeSpan? OffsetOf(Match clock, DateTime local)
    {
        if (clock.Groups["sign"].Success)
        {
            int hours = Number(clock, "offsetHours"),
                minutes = Number(clock, "offsetMinutes");
            return hours > 14 || minutes > 59 ? null : new TimeSpan(hours, minutes, 0) * (clock.Groups["sign"].Value is "+" ? 1 : -1);
        }

        return clock.Groups["zone"].Success ? ZoneNames.OffsetAt(clock.Groups["zone"].Value, local) : TimeSpan.Zero;
    }

    private static (DateOnly Day, bool IsAmbiguous)? Day(string text, DateOrder order)
    {
        if (NamedMonth().Match(text) is { Success: true } named)
            return MonthNames.Find(named.Groups["month"].Value) is { } month && Valid(Year(named), month, Number(named, "day")) is { } day
                ? (day, false)
                : null;
        if (YearFirst().Match(text) is { Success: true } year)
            return Valid(Year(year), Number(year, "month"), Number(year, "day")) is { } day ? (day, false) : null;
        if (Numbers().Match(text) is not { Success: true } numbers)
            return null;

        int first = Number(numbers, "first"),
            second = Number(numbers, "second");
        var monthFirst = Valid(Year(numbers), first, second);
        // Dots are used where the day comes first.
        if (numbers.Groups["separator"].Value == "." || monthFirst is null)
            return Valid(Year(numbers), second, first) is { } day ? (day, false) : null;
        return Valid(Year(numbers), second, first) is not { } dayFirst
            ? (monthFirst.Value, false)
            : (order == DateOrder.MonthFirst ? monthFirst.Value : dayFirst, first != second);
    }

    private static DateTimeOffset? Epoch(string text)
    {
        if (text.Length is < 9 or > 14 || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return number is >= MinEpochSeconds and <= MaxEpochSeconds ? DateTimeOffset.FromUnixTimeSeconds(number)
            : number is >= MinEpochSeconds * 1000 and <= MaxEpochSeconds * 1000 ? DateTimeOffset.FromUnixTimeMilliseconds(number)
            : null;
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    // RFC 5322, section 4.3: two digits up to 49 are of this century.
    private static int Year(Match match) =>
        Number(match, "year") is var year && match.Groups["year"].Length == 2 ? year + (year < 50 ? 2000 : 1900) : year;

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static string Or(Match match, string group, string other) => match.Groups[group].Success ? match.Groups[group].Value : other;

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(
        @"\A(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})(?:[T ]?(?<h>[0-9]{2})(?<i>[0-9]{2})(?<s>[0-9]{2})?(?:[.,][0-9]+)?(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?\z",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Basic();

    [GeneratedRegex(
        @"\A(?:(?:first|last|originally|article)\s)?(?:published|updated|posted|modified|created|released|issued|date|dated|on)\s?(?:on|at)?\s?:?\s+|\A(?:published|updated|posted|date):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Prefix();

    [GeneratedRegex(
        @"(?<![0-9.:/-])(?<hour>[0-9]{1,2})(?:(?:[:h]|\.(?=[0-9]{2}(?![0-9.])))(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]+)?)?(?:\s?(?<half>[ap]\.?\s?m\b\.?))?|\s?(?<half>[ap]\.?m\b\.?))"
            + Zone,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Clock();

    // As in "03 Apr 02 1500 GMT".
    [GeneratedRegex(@"(?<=\s)(?<hour>[0-9]{2})(?<minute>[0-9]{2})\s(?=[A-Z+-])" + Zone, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BareClock();

    private const string Zone =
        @"(?:\s?Uhr)?(?:[,\s]{0,2}\(?(?<zone>(?:UTC|GMT)(?=\s?[+\-−][0-9])|(?!JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|ON\b|AT\b)(?-i:Z|[A-Z]{2,5})\b|Eastern|Central|Mountain|Pacific)\)?(?:\s(?:Standard|Daylight))?(?:\sTime)?)?"
        + @"(?:\s?(?<sign>[+\-−])(?<offsetHours>[0-9]{1,2}?)(?::?(?<offsetMinutes>[0-9]{2}))?(?![0-9])(?:\s?\([A-Za-z ]+\))?)?";

    [GeneratedRegex(
        @"\A(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?\b\.?,?\s|\p{L}{2,3}\.?,\s(?=[0-9])|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)\.?,?\s(?=[0-9]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\s(?:at|um|à|às|a\slas|alle|kl|o)\.?(?=\s|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fillers();

    [GeneratedRegex(
        @"\A(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]?(?:of\s|de\s)?(?<month>\p{L}{3,12})\.?,?[\s-](?:de\s)?(?<year>[0-9]{4}|[0-9]{2})(?:\s(?:г|року|год[а]?)\.?)?"
            + @"|(?<month>\p{L}{3,12})\.?\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?<year>[0-9]{4}))\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NamedMonth();

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})(?:[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})|年\s?(?<month>[0-9]{1,2})月\s?(?<day>[0-9]{1,2})日)\z",
        RegexOptions.None,
        1000
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"\A(?<first>[0-9]{1,2})(?<separator>[/.-])(?<second>[0-9]{1,2})\k<separator>(?<year>[0-9]{4}|[0-9]{2})\z",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"\A(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?<month>\p{L}{3,12})\.?|(?<month>\p{L}{3,12})\.?\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex YearlessDay();

    [GeneratedRegex(
        @"\b[0-9]{1,2}(?:st|nd|rd|th)?\s\p{L}{3,12}\.?,?\s[0-9]{4}\b|\b\p{L}{3,12}\.?\s[0-9]{1,2}(?:st|nd|rd|th)?,?\s[0-9]{4}\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\b[0-9]{1,2}([/.])[0-9]{1,2}\1[0-9]{4}\b",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex InText();
}
