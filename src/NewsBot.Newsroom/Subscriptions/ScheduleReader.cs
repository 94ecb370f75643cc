using System.Globalization;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Reads <c>08:00 Europe/London weekdays drone</c>.</summary>
internal static class ScheduleReader
{
    private const int MaxTopicChars = 100;

    /// <summary>The schedule, or what is wrong as a sentence.</summary>
    /// <param name="words">Time, zone, days, topic. Days may be missing (daily), and so may the topic.</param>
    /// <param name="known">A schedule that is changed: what is missing in the words stays as it is. Null: time and zone are needed.</param>
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
        return topic?.Length > MaxTopicChars ? (null, $"A topic is at most {MaxTopicChars} characters long.") : (new DigestSchedule(time!.Value, zone!, days, topic), null);
    }

    private static TimeOnly? ReadTime(string word) =>
        TimeOnly.TryParseExact(word, ["H:mm", "HH:mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
