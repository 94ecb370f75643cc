using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Archive.Parsing.Dates;

/// <summary>Reads the <c>date 2023-05-03</c> with which some exports begin a text.</summary>
internal static partial class LeadingDate
{
    /// <summary>
    /// Removes the date, and the white space around it, from the text. Returns null, and leaves the text unchanged, where there is no
    /// valid date.
    /// </summary>
    public static DateTimeOffset? TakeOff(ref string text)
    {
        var match = Pattern().Match(text);
        if (
            !match.Success
            || !DateOnly.TryParseExact(
                match.Groups[1].ValueSpan,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            return null;

        text = text[match.Length..];
        return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
    }

    [GeneratedRegex(@"\A\s*date\s([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s+|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
