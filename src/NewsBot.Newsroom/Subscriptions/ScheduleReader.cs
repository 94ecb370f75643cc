using System.Globalization;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Reads schedules such as <c>08:00 Europe/London weekdays drone</c>, in one text or in fields.</summary>
internal static class ScheduleReader
{
    private const int MaxTopicChars = 100;

    /// <summary>Returns the schedule, or a sentence that says what is wrong.</summary>
    /// <param name="words">Time, zone, days and topic. Days (default: daily) and topic may be left out.</param>
    /// <param name="known">
    /// The schedule to change: parts left out stay as they are. Null for a new schedule, which needs time and zone.
    /// </param>
    public static (DigestSchedule? Schedule, string? Problem) Read(string words, DigestSchedule? known)
    {
        var rest = new Queue<string>(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // Without a schedule to change, the first two words can be nothing else.
        var time = TakeIf(rest, word => known is null || ReadTime(word) is not null);
        var zone = TakeIf(rest, word => known is null || DueTimes.FindZone(word) is not null);
        var days = TakeIf(rest, word => DigestDaysText.Read(word) is not null);
        return Read(new ScheduleFields(time, zone, days, string.Join(' ', rest)), known);
    }

    /// <summary>Returns the schedule, or a sentence that says which value is wrong.</summary>
    /// <param name="fields">The parts as typed. Days (default: daily) and topic may be left out.</param>
    /// <param name="known">
    /// The schedule to change: parts left out stay as they are. Null for a new schedule, which needs time and zone.
    /// </param>
    public static (DigestSchedule? Schedule, string? Problem) Read(ScheduleFields fields, DigestSchedule? known)
    {
        var (time, zone, days, topic) = (Given(fields.Time), Given(fields.Zone), Given(fields.Days), Given(fields.Topic));
        if (known is not null && time is null && zone is null && days is null && topic is null)
            return (null, "Name what to change: the time, the time zone, the days or the topic.");
        var readTime = time is null ? known?.Time : ReadTime(time);
        if (readTime is null)
            return (null, time is null ? "The time is missing." : $"“{time}” is not a time like 08:00.");
        var readZone = zone is null ? known?.Zone : DueTimes.FindZone(zone);
        if (readZone is null)
            return (null, zone is null ? "The time zone is missing." : $"“{zone}” is not a time zone like Europe/London.");
        var readDays = days is null
            ? known?.Days ?? DigestDays.Daily
            : DigestDaysText.Read(days.Replace(" ", "", StringComparison.Ordinal));
        if (readDays is null)
            return (null, $"“{days}” does not name days like daily, weekdays, weekends or mon,thu.");
        topic ??= known?.Topic;
        return topic?.Length > MaxTopicChars
            ? (null, $"A topic may have at most {MaxTopicChars} characters.")
            : (new DigestSchedule(readTime.Value, readZone, readDays.Value, topic), null);
    }

    private static string? TakeIf(Queue<string> words, Predicate<string> condition) =>
        words.TryPeek(out var word) && condition(word) ? words.Dequeue() : null;

    private static string? Given(string? field) => string.IsNullOrWhiteSpace(field) ? null : field.Trim();

    private static TimeOnly? ReadTime(string word) =>
        TimeOnly.TryParseExact(word, ["H:mm", "HH:mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
}
