using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Reads orders such as <c>drone "Red Square" daily 08:00 Europe/London</c> and times such as <c>2h</c>.</summary>
internal static partial class AlertReader
{
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>Specifies the schedule of an alert that names none.</summary>
    public static readonly DigestSchedule Usual = new(new TimeOnly(8, 0), "UTC", DigestDays.Daily, null);

    /// <summary>Returns what to look for and when to post it, or a sentence that says what is wrong.</summary>
    public static (AlertForm Form, AlertPace Pace, DigestSchedule? Schedule, string? Problem) Read(string words)
    {
        var (rest, pace, schedule, problem) = ReadPace(words.Trim());
        if (problem is not null)
            return Wrong(problem);
        var form = AlertForm.Words;
        if (Answer().Match(rest) is { Success: true } answer)
            (form, rest) = (AlertForm.Question, answer.Groups["question"].Value.Trim().Trim('"', '“', '”', '„').Trim());
        if (rest.Length > AlertOptions.MaxChars)
            return Wrong(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"An alert may have at most {AlertOptions.MaxChars} characters; this one has {rest.Length:N0}. Please shorten it."
                )
            );
        if (form == AlertForm.Question)
            return rest.Any(char.IsLetterOrDigit) ? (form, pace, schedule with { Topic = rest }, null) : Wrong("The question is missing.");
        return AlertQuery.Read(rest).Problem is { } fault ? Wrong(fault) : (form, pace, schedule with { Topic = rest }, null);

        static (AlertForm, AlertPace, DigestSchedule?, string?) Wrong(string problem) => (default, default, null, problem);
    }

    /// <summary>Reads a length of time such as <c>30m</c>, <c>2h</c> or <c>3 days</c>; null for anything else, also beyond 90.</summary>
    public static TimeSpan? ReadTime(string text)
    {
        if (
            Length().Match(text.Trim()) is not { Success: true } length
            || !int.TryParse(length.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return null;
        var minutes =
            (long)number
            * (
                char.ToLowerInvariant(length.Groups["unit"].Value[0]) switch
                {
                    'm' => 1,
                    'h' => 60,
                    'd' => 24 * 60,
                    _ => 7 * 24 * 60,
                }
            );
        return minutes is > 0 and <= 90 * 24 * 60 ? TimeSpan.FromMinutes(minutes) : null;
    }

    private static (string Words, AlertPace Pace, DigestSchedule Schedule, string? Problem) ReadPace(string words)
    {
        if (Pace().Match(words) is not { Success: true } match)
            return (words, AlertPace.AtOnce, Usual, null);
        var rest = (words[..match.Index] + " " + words[(match.Index + match.Length)..]).Trim();
        var pace = match.Groups["pace"].Value.ToLowerInvariant();
        if (!pace.StartsWith("daily", StringComparison.Ordinal))
            return (rest, pace == "hourly" ? AlertPace.Hourly : AlertPace.AtOnce, Usual, null);
        var fields = new ScheduleFields(
            match.Groups["time"] is { Success: true } time ? time.Value : Usual.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
            match.Groups["zone"] is { Success: true } zone ? zone.Value : Usual.Zone,
            null,
            null
        );
        var (schedule, problem) = ScheduleReader.Read(fields, null);
        return (rest, AlertPace.Daily, schedule ?? Usual, problem);
    }

    // At the end: a word before others is one to look for.
    [GeneratedRegex(
        @"(^|[\s,]+)(?<pace>hourly|at once|daily(\s+(at\s+)?(?<time>\d{1,2}[:.]\d{2})(\s+\(?(?<zone>[A-Za-z_]+/[A-Za-z_/+\-0-9]+|UTC|GMT)\)?)?)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Pace();

    [GeneratedRegex(
        @"^((when|once|if|as soon as) )?there(['’]s| is)( finally)? an answer to\b\s*(the question)?\s*:?\s*(?<question>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Answer();

    [GeneratedRegex(
        @"^(for\s+)?(?<number>\d{1,6})\s*(?<unit>m|min|mins|minutes?|h|hours?|d|days?|w|weeks?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Length();
}
