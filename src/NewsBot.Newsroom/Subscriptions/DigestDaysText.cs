namespace NewsBot.Newsroom.Subscriptions;

/// <summary>
/// Reads and writes days of the week as people type them: <c>daily</c>, <c>weekdays</c>, <c>weekends</c>, or names separated by commas.
/// </summary>
internal static class DigestDaysText
{
    private static readonly string[] Names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Reads one word; returns null when it does not name days.</summary>
    public static DigestDays? Read(string word)
    {
        var days = DigestDays.None;
        foreach (var part in word.ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadPart(part) is not { } read)
                return null;
            days |= read;
        }

        return days == DigestDays.None ? null : days;
    }

    /// <summary>Returns the days in the same form, names as three letters.</summary>
    public static string Write(DigestDays days) =>
        days switch
        {
            DigestDays.Daily => "daily",
            DigestDays.Weekdays => "weekdays",
            DigestDays.Weekends => "weekends",
            _ => string.Join(',', Names.Where((_, i) => ((int)days & (1 << i)) != 0).Select(name => name[..3])),
        };

    private static DigestDays? ReadPart(string part) =>
        part switch
        {
            "daily" or "everyday" => DigestDays.Daily,
            "weekdays" => DigestDays.Weekdays,
            "weekends" => DigestDays.Weekends,
            _ => Array.FindIndex(Names, name => part.Length >= 3 && (name.StartsWith(part, StringComparison.Ordinal) || name + "s" == part))
                is >= 0
                    and var day
                ? (DigestDays)(1 << day)
                : null,
        };
}
