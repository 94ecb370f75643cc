namespace NewsBot.Discord.Options;

/// <summary>What the Discord adapter needs to know; valid values are the caller's duty. Immutable.</summary>
public sealed record DiscordOptions
{
    /// <summary>Where Discord's REST API is.</summary>
    public static Uri DefaultApiBaseUrl { get; } = new("https://discord.com/api/v10");

    /// <summary>Where to read about NewsBot.</summary>
    public static Uri DefaultAbout { get; } = new("https://github.com/newsbot/newsbot");

    /// <summary>
    /// The bot's token. Sent to <see cref="ApiBaseUrl"/> and to the gateway that it names, and never logged. Null only over HTTP:
    /// interactions carry tokens of their own, and what needs the bot's (registering commands, messages outside interactions) is left out.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>How interactions come in.</summary>
    public DiscordMode Mode { get; init; }

    /// <summary>The application's id; null: Discord is asked, or tells it by itself.</summary>
    public ulong? ApplicationId { get; init; }

    /// <summary>The application's Ed25519 key, 64 hexadecimal digits; needed for <see cref="DiscordMode.Http"/>.</summary>
    public string? PublicKey { get; init; }

    /// <summary>
    /// Base of the REST API, without a slash at the end. A stand-in server needs nothing else: the gateway's address is asked for there.
    /// </summary>
    public Uri ApiBaseUrl { get; init; } = DefaultApiBaseUrl;

    /// <summary>Where to read about this bot; every request names it, as Discord asks.</summary>
    public Uri About { get; init; } = DefaultAbout;

    /// <summary>The only server that commands are registered on; null: everywhere.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>Channels where the bot answers, besides those that were allowed with <c>/newsbot allow</c>.</summary>
    public IReadOnlyCollection<ulong> Channels { get; init; } = [];

    /// <summary>Whether direct messages are answered. They come from anybody who shares a server with the bot.</summary>
    public bool DirectMessages { get; init; } = true;

    /// <summary>Whether the gateway is asked to compress (zlib-stream). Plain messages are understood in any case.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>Questions that one person may ask in a minute; 1 or more.</summary>
    public int QuestionsPerUserAndMinute { get; init; } = 20;

    /// <summary>Questions that one server may ask in a minute; 1 or more.</summary>
    public int QuestionsPerGuildAndMinute { get; init; } = 120;

    /// <summary>Whether requests go to another server than Discord's own.</summary>
    internal bool IsRedirected => ApiBaseUrl.Host != DefaultApiBaseUrl.Host;

    /// <summary>What pauses and first heartbeats are spread with, so that many hosts do not act at once: from 0 to less than 1.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <summary>Without the secrets, so that it may be logged.</summary>
    public override string ToString() => $"Discord over {Mode} at {ApiBaseUrl}";
}
