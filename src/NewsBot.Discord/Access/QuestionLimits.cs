using NewsBot.Discord.Options;
using NewsBot.Discord.Timing;

namespace NewsBot.Discord.Access;

/// <summary>Limits how much one person and one server may ask. Thread-safe.</summary>
internal sealed class QuestionLimits(DiscordOptions options, MonotonicClock clock)
{
    private const int SweepAt = 10_000;
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
            return wait > TimeSpan.Zero || asker.Guild is not { } guild
                ? wait
                : Find(guilds, guild.Value, options.QuestionsPerGuildAndMinute).TryAdd();
        }
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
