namespace NewsBot.Discord.Options;

/// <summary>Represents the settings of the Discord adapter, which the caller has validated. Immutable.</summary>
public sealed record DiscordOptions
{
    /// <summary>Gets the address of Discord's REST API.</summary>
    public static Uri DefaultApiBaseUrl { get; } = new("https://discord.com/api/v10");

    /// <summary>Gets the address of information about NewsBot.</summary>
    public static Uri DefaultAbout { get; } = new("https://github.com/newsbot/newsbot");

    /// <summary>
    /// Gets the bot's token. Sent to <see cref="ApiBaseUrl"/> and to the gateway that it names, and never logged. Null only over HTTP:
    /// interactions carry their own tokens, and what needs the bot's (registering commands, messages outside interactions) is left out.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>Gets how interactions arrive.</summary>
    public DiscordMode Mode { get; init; }

    /// <summary>Gets the application's id; null: Discord is asked for it, or names it itself.</summary>
    public ulong? ApplicationId { get; init; }

    /// <summary>Gets the application's Ed25519 key, 64 hexadecimal digits; needed for <see cref="DiscordMode.Http"/>.</summary>
    public string? PublicKey { get; init; }

    /// <summary>
    /// Gets the base of the REST API, without a slash at the end. A stand-in server needs nothing more: it also gives the gateway's
    /// address.
    /// </summary>
    public Uri ApiBaseUrl { get; init; } = DefaultApiBaseUrl;

    /// <summary>Gets the address of information about this bot; every request names it, as Discord requires.</summary>
    public Uri About { get; init; } = DefaultAbout;

    /// <summary>Gets the id of the only server where commands are registered; null: everywhere.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>Gets the channels where the bot answers, besides those allowed with <c>/newsbot allow</c>.</summary>
    public IReadOnlyCollection<ulong> Channels { get; init; } = [];

    /// <summary>
    /// Gets a value indicating whether direct messages are answered. Anyone who shares a server with the bot can send them.
    /// </summary>
    public bool DirectMessages { get; init; } = true;

    /// <summary>
    /// Gets a value indicating whether the gateway is asked to compress (zlib-stream). Plain messages are understood in any case.
    /// </summary>
    public bool Compress { get; init; } = true;

    /// <summary>Gets the number of questions that one person may ask in a minute; 1 or more.</summary>
    public int QuestionsPerUserAndMinute { get; init; } = 20;

    /// <summary>Gets the number of questions that one server may ask in a minute; 1 or more.</summary>
    public int QuestionsPerGuildAndMinute { get; init; } = 120;

    /// <summary>Gets how long replies are kept for their buttons.</summary>
    public TimeSpan KeepReplies { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Gets a value indicating whether requests go to a server other than Discord's.</summary>
    internal bool IsRedirected => ApiBaseUrl.Host != DefaultApiBaseUrl.Host;

    /// <summary>Gets the source of random numbers that spread pauses and first heartbeats over many hosts: from 0 to less than 1.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <summary>Returns a text without the secrets, which may be logged.</summary>
    public override string ToString() => $"Discord over {Mode} at {ApiBaseUrl}";
}
