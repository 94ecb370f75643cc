using System.Collections.Frozen;
using System.Globalization;

namespace NewsBot.Newsroom.Language;

/// <summary>Recognises words that say when. Thread-safe.</summary>
internal static class TimeWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = WordFile
        .Rows("months")
        .SelectMany(row => row[1].Select(name => KeyValuePair.Create(name, int.Parse(row[0][0], CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Determines whether a word is a weekday.</summary>
    public static bool IsWeekday(AnnotatedWord word) => English.Weekdays.Contains(word);

    /// <summary>
    /// Returns the number of the month, from 1, that a word names in full or abbreviated, in any case; 0 for other words.
    /// </summary>
    public static int MonthOf(ReadOnlySpan<char> word) => Months.TryGetValue(word, out var month) ? month : 0;

    /// <summary>Determines whether a word is a month's name; "may", "march" and the like only with a capital.</summary>
    public static bool IsMonth(AnnotatedWord word) => word.IsCapital && MonthOf(word.Folded) > 0;

    /// <summary>Determines whether a word is a weekday or a month.</summary>
    public static bool IsCalendar(AnnotatedWord word) => IsWeekday(word) || IsMonth(word);

    /// <summary>Determines whether a word gives a relative time, such as "yesterday".</summary>
    public static bool IsRelative(AnnotatedWord word) => English.RelativeTimes.Contains(word);

    /// <summary>Determines whether a word is a unit of time.</summary>
    public static bool IsUnit(AnnotatedWord word) => Units.Of(word.Folded) is { Measures: "time" };

    /// <summary>Determines whether a word is a year from 1000 to 2199, or a decade ("1990s").</summary>
    public static bool IsYear(AnnotatedWord word) =>
        word.Folded.Length is 4 or 5 && word.Number is >= 1000 and < 2200 && word.Folded.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Determines whether a word gives the time of day: "2.30am", "14:00", "9 p.m." (either word).</summary>
    public static bool IsClock(IReadOnlyList<AnnotatedWord> words, int i)
    {
        var folded = words[i].Folded;
        if (folded is "noon" or "midnight" or "o'clock")
            return true;
        if (English.ClockWords.Contains(words[i]))
            return i > 0 && words[i - 1].Number is not null;
        if (words[i].Number is null)
            return false;
        if (
            folded.EndsWith("am", StringComparison.Ordinal)
            || folded.EndsWith("pm", StringComparison.Ordinal)
            || folded.Contains(':', StringComparison.Ordinal)
        )
            return true;
        return i + 1 < words.Count && English.ClockWords.Contains(words[i + 1]);
    }
}
