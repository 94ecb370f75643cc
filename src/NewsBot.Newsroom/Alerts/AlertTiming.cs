using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Decides what an alert tells now, and when it looks again. Stateless and thread-safe.</summary>
internal static class AlertTiming
{
    /// <summary>Specifies the most stories that each have a post; more come together in one, so that a channel is not flooded.</summary>
    public const int MostSinglePosts = 5;

    /// <summary>Returns what to tell now, in the order of changes, and when something else may have to be told.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="matches">What it has found and not told, and what it has told lately.</param>
    /// <param name="now">The time.</param>
    /// <param name="between">The least time between two posts about the same story.</param>
    public static (IReadOnlyList<AlertMatch> Now, DateTimeOffset Next) Choose(
        Alert alert,
        IReadOnlyList<AlertMatch> matches,
        DateTimeOffset now,
        TimeSpan between
    )
    {
        AlertMatch[] waiting = [.. matches.Where(match => match.ToldAt is null).OrderBy(match => match.Change)];
        if (alert.SilentUntil > now)
            return ([], waiting.Length == 0 ? Alert.Never : alert.SilentUntil.Value);
        if (waiting.Length == 0)
            return ([], Alert.Never);
        if (alert.SilentUntil is not null)
            return (waiting, now);
        return alert.Pace == AlertPace.AtOnce ? AtOnce(waiting, matches, now, between) : Together(alert, waiting, now);
    }

    private static (IReadOnlyList<AlertMatch> Now, DateTimeOffset Next) Together(Alert alert, AlertMatch[] waiting, DateTimeOffset now)
    {
        var first = waiting.Min(match => match.At);
        var due =
            alert.Pace == AlertPace.Daily
                ? DueTimes.After(alert.Subscription.Schedule, first).At
                : new DateTimeOffset(first.UtcDateTime.Date.AddHours(first.UtcDateTime.Hour + 1), TimeSpan.Zero);
        return due <= now ? (waiting, now) : ([], due);
    }

    private static (IReadOnlyList<AlertMatch> Now, DateTimeOffset Next) AtOnce(
        AlertMatch[] waiting,
        IReadOnlyList<AlertMatch> matches,
        DateTimeOffset now,
        TimeSpan between
    )
    {
        var toldAt = matches
            .Where(match => match.ToldAt is not null)
            .GroupBy(match => match.Story, StringComparer.Ordinal)
            .ToDictionary(story => story.Key, story => story.Max(match => match.ToldAt!.Value), StringComparer.Ordinal);
        // What was wrong in an earlier post does not wait.
        AlertMatch[] corrections = [.. waiting.Where(match => match.Kind != AlertMatchKind.Article)];
        if (corrections.Length > 0)
            return (corrections, now);
        var stories = waiting
            .GroupBy(match => match.Story, StringComparer.Ordinal)
            .Select(story => (Matches: story, At: toldAt.TryGetValue(story.Key, out var told) ? told + between : now))
            .ToArray();
        var ready = stories.Where(story => story.At <= now).ToArray();
        if (ready.Length == 0)
            return ([], stories.Min(story => story.At));
        return ([.. ready.Take(ready.Length > MostSinglePosts ? ready.Length : 1).SelectMany(story => story.Matches)], now);
    }
}
