using System.Globalization;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Dialogue;

/// <summary>Reads a day as people write it: <c>2026-05-03</c>, <c>yesterday</c>, <c>last Monday</c>, <c>3 May 2026</c>.</summary>
internal static class DayReader
{
    /// <summary>Reads a day; null if the words contain none, more than one, or anything else.</summary>
    public static DateOnly? Read(string words, DateOnly today)
    {
        var text = words.Trim();
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        // In a question, "may" is a month only if capitalised; here it cannot be anything else.
        var titled = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant());
        return
            TimeExpressionReader.Read(AnnotatedText.Read(titled), today) is [var time]
            && time.Text.Length == text.Length
            && time.From == time.To
            ? time.From
            : null;
    }
}
