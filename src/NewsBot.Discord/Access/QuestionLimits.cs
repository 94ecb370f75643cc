using System.Diagnostics.Metrics;
using NewsBot.Discord.Options;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Spending;

namespace NewsBot.Discord.Access;

/// <summary>Limits how much one person and one server may ask, over all hosts that share a database. Thread-safe.</summary>
internal sealed class QuestionLimits
{
    private const int SweepAt = 10_000;
    private static readonly Meter Meter = new("NewsBot.Discord");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "newsbot.discord.limited",
        "{question}",
        "Questions from Discord beyond the limit by the minute"
    );

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Windows users;
    private readonly Windows guilds;
    private readonly Lock gate = new();

    /// <summary>Initializes limits under which nobody has asked yet.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="clock">The time.</param>
    /// <param name="spending">Counts what is asked at other hosts, too; null: this host counts for itself.</param>
    public QuestionLimits(DiscordOptions options, MonotonicClock clock, SharedSpending? spending = null)
    {
        users = new Windows("discordUsers", options.QuestionsPerUserAndMinute, clock, spending);
        guilds = new Windows("discordGuilds", options.QuestionsPerGuildAndMinute, clock, spending);
    }

    /// <summary>Counts a question.</summary>
    /// <returns>Zero: it may be asked. Otherwise how long to wait.</returns>
    public TimeSpan TryTake(Asker asker)
    {
        lock (gate)
        {
            var wait = users.TryAdd(asker.User);
            if (wait > TimeSpan.Zero || asker.Guild is not { } guild)
                return Counted(wait, "person");
            return Counted(guilds.TryAdd(guild), "server");
        }
    }

    private static TimeSpan Counted(TimeSpan wait, string limit)
    {
        if (wait > TimeSpan.Zero)
            Refused.Add(1, new KeyValuePair<string, object?>("newsbot.limit", limit));
        return wait;
    }

    /// <summary>Represents the questions of the last minute by person, or by server.</summary>
    private sealed class Windows
    {
        private readonly int limit;
        private readonly MonotonicClock clock;
        private readonly SharedLimit? shared;
        private readonly Lock gate = new();
        private readonly Dictionary<string, SlidingWindow> windows = new(StringComparer.Ordinal);

        public Windows(string name, int limit, MonotonicClock clock, SharedSpending? spending)
        {
            this.limit = limit;
            this.clock = clock;
            shared = spending?.Join(name, Window, spent => Find(spent.Key).Add(spent.Amount, spent.Age));
        }

        public TimeSpan TryAdd(Snowflake id)
        {
            var key = shared?.KeyOf(id.ToString()) ?? id.ToString();
            var wait = Find(key).TryAdd();
            if (wait <= TimeSpan.Zero)
                shared?.Add(key, 1);
            return wait;
        }

        private SlidingWindow Find(string key)
        {
            lock (gate)
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
    }
}
