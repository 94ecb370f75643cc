using System.Diagnostics.Metrics;
using NewsBot.Discord.Options;
using NewsBot.Discord.Timing;

namespace NewsBot.Discord.Access;

/// <summary>Limits how much one person and one server may ask. Thread-safe.</summary>
internal sealed class QuestionLimits(DiscordOptions options, MonotonicClock clock)
{
    private const int SweepAt = 10_000;
    private static readonly Meter Meter = new("NewsBot.Discord");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "newsbot.discord.limited",
        "{question}",
        "Questions from Discord beyond the limit by the minute"
    );

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly Dictionary<ulong, SlidingWindow> users = [];
    private readonly Dictionary<ulong, SlidingWindow> guilds = [];

    /// <summary>Counts a question.</summary>
    /// <returns>Zero: it may be asked. Otherwise how long to wait.</returns>
    public TimeSpan TryTake(Asker asker)
    {
        lock (gate)
        {
            var wait = Find(users, asker.User.Value, options.QuestionsPerUserAndMinute).TryAdd();
            if (wait > TimeSpan.Zero || asker.Guild is not { } guild)
                return Counted(wait, "person");
            return Counted(Find(guilds, guild.Value, options.QuestionsPerGuildAndMinute).TryAdd(), "server");
        }
    }

    private static TimeSpan Counted(TimeSpan wait, string limit)
    {
        if (wait > TimeSpan.Zero)
            Refused.Add(1, new KeyValuePair<string, object?>("newsbot.limit", limit));
        return wait;
    }

    private SlidingWindow Find(Dictionary<ulong, SlidingWindow> windows, ulong key, int limit)
    {
        if (windows.TryGetValue(key, out var window))
            return window;
        if (windows.Count >= SweepAt)
        {
            foreach (var (old, candidate) in windows)
            {
                if (candidate.Count == 0)
                    windows.Remove(old);
            }
        }

        return windows[key] = new SlidingWindow(limit, Window, clock);
    }
}
