using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>Words that say when.</summary>
internal static class TimeWords
{
    private static readonly FrozenSet<string> Weekdays = Set("monday tuesday wednesday thursday friday saturday sunday");
    private static readonly FrozenSet<string> Months =
        Set("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec");

    private static readonly FrozenSet<string> Relative =
        Set("overnight yesterday today tonight tomorrow ago midnight noon dawn dusk morning afternoon evening weekend christmas easter spring summer autumn winter");

    private static readonly FrozenSet<string> Units = Set("second seconds minute minutes hour hours day days week weeks fortnight month months year years decade decades century centuries night nights weekend weekends");

    public static bool IsWeekday(AnnotatedWord word) => Weekdays.Contains(word.Folded);

    /// <summary>A month's name; "may", "march" and the like only with a capital.</summary>
    public static bool IsMonth(AnnotatedWord word) => word.IsCapital && Months.Contains(word.Folded);

    public static bool IsCalendar(AnnotatedWord word) => IsWeekday(word) || IsMonth(word);

    public static bool IsRelative(AnnotatedWord word) => Relative.Contains(word.Folded);

    public static bool IsUnit(AnnotatedWord word) => Units.Contains(word.Folded);

    /// <summary>A year from 1000 to 2199, or a decade ("1990s").</summary>
    public static bool IsYear(AnnotatedWord word) =>
        word.Folded.Length is 4 or 5 && word.Number is >= 1000 and < 2200 && word.Folded.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>A time of day: "2.30am", "14:00", "9 p.m." (by its second word).</summary>
    public static bool IsClock(IReadOnlyList<AnnotatedWord> words, int i)
    {
        var folded = words[i].Folded;
        if (folded is "noon" or "midnight" or "o'clock") return true;
        if (folded is "am" or "pm" or "a.m" or "p.m" or "gmt" or "bst" && i > 0) return i > 0 && words[i - 1].Number is not null;
        if (words[i].Number is null) return false;
        if (folded.EndsWith("am", StringComparison.Ordinal) || folded.EndsWith("pm", StringComparison.Ordinal) || folded.Contains(':', StringComparison.Ordinal)) return true;
        return i + 1 < words.Count && words[i + 1].Folded is "am" or "pm" or "a.m" or "p.m" or "o'clock" or "gmt";
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
