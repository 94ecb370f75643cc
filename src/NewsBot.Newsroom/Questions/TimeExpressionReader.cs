using NewsBot.Newsroom.Language;
using NewsBot.Search.Calendar;

namespace NewsBot.Newsroom.Questions;

/// <summary>Finds time expressions such as "on Wednesday", "last week", "yesterday" or "3 May 2023" and the days that they mean.</summary>
internal static class TimeExpressionReader
{
    private const int DaysInWeek = 7;

    /// <summary>Returns the time expressions of a question, in order.</summary>
    /// <param name="text">The question.</param>
    /// <param name="today">The day on which it is asked, from which weekdays and "last week" are counted.</param>
    public static IReadOnlyList<TimeExpression> Read(AnnotatedText text, DateOnly today)
    {
        var found = new List<TimeExpression>();
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (At(text.Words, i, today) is not { } one)
                continue;
            found.Add(new TimeExpression(text.Text[text.Words[i].Start..text.Words[i + one.Words - 1].End], one.From, one.To));
            i += one.Words - 1;
        }

        return found;
    }

    private static (int Words, DateOnly From, DateOnly To)? At(IReadOnlyList<AnnotatedWord> words, int i, DateOnly today)
    {
        var word = words[i];
        var next = i + 1 < words.Count ? words[i + 1] : null;
        switch (word.Folded)
        {
            case "today" or "tonight":
                return (1, today, today);
            case "yesterday" or "overnight":
                return (1, today.PlusDays(-1), word.Folded == "overnight" ? today : today.PlusDays(-1));
            case "tomorrow":
                return (1, today.PlusDays(1), today.PlusDays(1));
            case "last" when next?.Folded == "night":
                return (2, today.PlusDays(-1), today);
        }

        if (next is not null && StepOf(word.Folded) is { } step)
            return Relative(step, next, today) is var (from, to) ? (2, from, to) : null;
        if (TimeWords.IsWeekday(word))
            return Weekday(word, today, 0) is var day ? (1, day, day) : null;
        if (TimeWords.IsMonth(word))
            return Month(words, i, TimeWords.MonthOf(word.Folded), today);
        if (word.Number is >= 1 and <= 31 && next is not null && TimeWords.IsMonth(next))
            return DayOf((int)word.Number, TimeWords.MonthOf(next.Folded), i + 2 < words.Count ? words[i + 2] : null, today, 2);
        return TimeWords.IsYear(word) && word.Folded.Length == 4
            ? (1, new DateOnly((int)word.Number!, 1, 1), new DateOnly((int)word.Number!, 12, 31))
            : null;
    }

    private static int? StepOf(string which) =>
        which switch
        {
            "last" or "past" or "previous" => -1,
            "this" => 0,
            "next" => 1,
            _ => null,
        };

    private static (DateOnly From, DateOnly To)? Relative(int step, AnnotatedWord unit, DateOnly today)
    {
        if (TimeWords.IsWeekday(unit))
            return Weekday(unit, today, Math.Max(0, step)) is var day ? (day, day) : null;
        switch (unit.Folded)
        {
            case "week":
                var monday = today.PlusDays(-(((int)today.DayOfWeek + 6) % DaysInWeek) + (step * DaysInWeek));
                return (monday, monday.PlusDays(DaysInWeek - 1));
            case "month":
                var first = new DateOnly(today.Year, today.Month, 1).PlusMonths(step);
                return (first, first.LastOfMonth());
            case "year":
                var january = new DateOnly(today.Year, 1, 1).PlusMonths(12 * step);
                return (january, new DateOnly(january.Year, 12, 31));
            default:
                return null;
        }
    }

    /// <summary>Returns the weekday that news means: the last one up to today, or that many weeks later.</summary>
    private static DateOnly Weekday(AnnotatedWord word, DateOnly today, int weeks)
    {
        var day = Enum.Parse<DayOfWeek>(word.Folded, ignoreCase: true);
        return today.PlusDays(-(((int)today.DayOfWeek - (int)day + DaysInWeek) % DaysInWeek) + (weeks * DaysInWeek));
    }

    private static (int Words, DateOnly From, DateOnly To)? Month(IReadOnlyList<AnnotatedWord> words, int i, int month, DateOnly today)
    {
        var next = i + 1 < words.Count ? words[i + 1] : null;
        if (next?.Number is >= 1 and <= 31)
            return DayOf((int)next.Number, month, i + 2 < words.Count ? words[i + 2] : null, today, 2);
        var hasYear = next is not null && TimeWords.IsYear(next);
        var year =
            hasYear ? (int)next!.Number!
            : today.Month >= month ? today.Year
            : Math.Max(1, today.Year - 1);
        var first = new DateOnly(year, month, 1);
        return (hasYear ? 2 : 1, first, first.LastOfMonth());
    }

    private static (int Words, DateOnly From, DateOnly To)? DayOf(int day, int month, AnnotatedWord? year, DateOnly today, int length)
    {
        var hasYear = year is not null && TimeWords.IsYear(year);
        var inYear = hasYear ? (int)year!.Number! : today.Year;
        if (day > DateTime.DaysInMonth(inYear, month))
            return null;
        var date = new DateOnly(inYear, month, day);
        return (hasYear ? length + 1 : length, date, date);
    }
}
