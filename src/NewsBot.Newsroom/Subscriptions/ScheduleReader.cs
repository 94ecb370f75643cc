using System.Globalization;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Reads schedules such as <c>08:00 Europe/London weekdays drone</c>.</summary>
internal static class ScheduleReader
{
    private const int MaxTopicChars = 100;

    /// <summary>Returns the schedule, or a sentence that says what is wrong.</summary>
    /// <param name="words">Time, zone, days and topic. Days (default: daily) and topic may be left out.</param>
    /// <param name="known">The schedule to change: parts left out stay as they are. Null for a new schedule, which needs time and
    /// zone.</param>
    public static (DigestSchedule? Schedule, string? Problem) Read(string words, DigestSchedule? known)
    {
        var rest = new Queue<string>(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var time = known?.Time;
        if (rest.TryPeek(out var first) && ReadTime(first) is { } read)
        {
            time = read;
            rest.Dequeue();
        }
        else if (known is null || rest.Count == 0)
        {
            return (null, first is null ? "The time is missing." : $"“{first}” is not a time like 08:00.");
        }

        var zone = known?.Zone;
        if (rest.TryPeek(out var second) && DueTimes.FindZone(second) is { } found)
        {
            zone = found;
            rest.Dequeue();
        }
        else if (known is null)
        {
            return (null, second is null ? "The time zone is missing." : $"“{second}” is not a time zone like Europe/London.");
        }

        var days = known?.Days ?? DigestDays.Daily;
        if (rest.TryPeek(out var third) && DigestDaysText.Read(third) is { } named)
        {
            days = named;
            rest.Dequeue();
        }

        var topic = rest.Count > 0 ? string.Join(' ', rest) : known?.Topic;
        return topic?.Length > MaxTopicChars ? (null, $"A topic may have at most {MaxTopicChars} characters.") : (new DigestSchedule(time!.Value, zone!, days, topic), null);
    }

    private static TimeOnly? ReadTime(string word) =>
        TimeOnly.TryParseExact(word, ["H:mm", "HH:mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
