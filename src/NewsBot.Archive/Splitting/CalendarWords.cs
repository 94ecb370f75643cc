namespace NewsBot.Archive.Splitting;

/// <summary>Recognises words that follow abbreviated days and times of day without beginning a sentence.</summary>
internal static class CalendarWords
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private static readonly string[] Zones =
    [
        "ET",
        "EST",
        "EDT",
        "PT",
        "PST",
        "PDT",
        "CT",
        "CST",
        "CDT",
        "MT",
        "MST",
        "MDT",
        "GMT",
        "BST",
        "UTC",
        "CET",
        "CEST",
        "IST",
        "JST",
        "AEST",
        "AEDT",
        "Eastern",
        "Pacific",
        "Central",
        "Mountain",
        "Greenwich",
        "Local",
    ];

    /// <summary>Determines whether the word is a month, in full or abbreviated.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => StartsWithAny(word, Months);

    /// <summary>Determines whether the word can follow a time of day: "7 a.m. ET", "7 p.m. Monday", "7 p.m. Moscow time".</summary>
    public static bool FollowsTime(string text, NextWord word, int end)
    {
        var letters = word.In(text);
        if (StartsWithAny(letters, Months) || StartsWithAny(letters, Days))
            return true;
        foreach (var zone in Zones)
        {
            if (letters.SequenceEqual(zone))
                return true;
        }

        return text.AsSpan(word.End, end - word.End).StartsWith(" time", StringComparison.Ordinal);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> word, string[] starts)
    {
        foreach (var start in starts)
        {
            if (word.StartsWith(start, StringComparison.Ordinal) && IsCalendarLength(word, start))
                return true;
        }

        return false;
    }

    // "Mar", "Mars" and "Marathon" are different: the whole word must be the name or a usual abbreviation of it.
    private static bool IsCalendarLength(ReadOnlySpan<char> word, string start) =>
        word.Length == start.Length
        || word is "Sept" or "Tues" or "Thur" or "Thurs" or "June" or "July" or "March" or "April" or "August"
        || word.EndsWith("day", StringComparison.Ordinal)
        || word.EndsWith("uary", StringComparison.Ordinal)
        || word.EndsWith("ber", StringComparison.Ordinal);
}
