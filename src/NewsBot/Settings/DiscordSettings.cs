using NewsBot.Discord;
using NewsBot.Discord.Options;

namespace NewsBot.Settings;

/// <summary>Represents the settings of Discord.</summary>
internal sealed record DiscordSettings
{
    /// <summary>
    /// Gets the bot's token, never logged; null: over the gateway Discord is off, and over HTTP nothing is registered or posted.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>Gets the id of the application; null: Discord is asked for it.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Gets the application's Ed25519 key: 64 hexadecimal digits.</summary>
    public string? PublicKey { get; init; }

    /// <summary>Gets how events arrive.</summary>
    public DiscordMode Mode { get; init; }

    /// <summary>Gets the library that talks to Discord.</summary>
    public DiscordLibrary Transport { get; init; }

    /// <summary>Gets the base address of the REST API.</summary>
    public required Uri ApiBaseUrl { get; init; }

    /// <summary>Gets the id of the only server where commands are registered; null: all servers.</summary>
    public string? GuildId { get; init; }

    /// <summary>Gets the ids of the channels where the bot answers.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Gets a value indicating whether direct messages are answered.</summary>
    public bool DirectMessages { get; init; } = true;

    /// <summary>Gets the number of questions that one person may ask in a minute.</summary>
    public int QuestionsPerUserAndMinute { get; init; }

    /// <summary>Gets the number of questions that one server may ask in a minute.</summary>
    public int QuestionsPerGuildAndMinute { get; init; }

    /// <summary>Gets a value indicating whether NewsBot is on Discord.</summary>
    public bool IsOn => Token is not null || Mode == DiscordMode.Http;

    /// <summary>Gets the traffic carrier selected by <see cref="Transport"/>.</summary>
    public DiscordTransport Carrier => Transport == DiscordLibrary.DiscordNet ? DiscordTransport.DiscordNet! : DiscordTransport.Own;

    /// <summary>Reads section <c>Discord</c>.</summary>
    public static DiscordSettings Read(SettingsReader reader)
    {
        var settings = new DiscordSettings
        {
            Token = reader.Text("Discord:Token"),
            ApplicationId = reader.Snowflake("Discord:ApplicationId", reader.Text("Discord:ApplicationId")),
            PublicKey = reader.Text("Discord:PublicKey"),
            Mode = reader.Choice("Discord:Mode", DiscordMode.Gateway),
            Transport = reader.Choice("Discord:Transport", DiscordLibrary.NewsBot),
            ApiBaseUrl = reader.WebAddress("Discord:ApiBaseUrl") ?? new Uri("https://discord.com/api/v10"),
            GuildId = reader.Snowflake("Discord:GuildId", reader.Text("Discord:GuildId")),
            Channels = reader.List("Discord:Channels"),
            DirectMessages = reader.Flag("Discord:DirectMessages", true),
            QuestionsPerUserAndMinute = reader.Count("Discord:QuestionsPerUserAndMinute", 20),
            QuestionsPerGuildAndMinute = reader.Count("Discord:QuestionsPerGuildAndMinute", 120),
        };
        settings.Check(reader);
        return settings;
    }

    private void Check(SettingsReader reader)
    {
        foreach (var channel in Channels)
            reader.Snowflake("Discord:Channels", channel);
        if (PublicKey is not null && (PublicKey.Length != 64 || !PublicKey.All(char.IsAsciiHexDigit)))
            reader.Fail("Discord:PublicKey", "is not 64 hexadecimal digits", "copy it from the application's General Information page");
        else if (PublicKey is not null && !DiscordServices.IsPublicKey(PublicKey))
            reader.Fail("Discord:PublicKey", "is not an Ed25519 key", "copy it from the application's General Information page");
        if (Mode == DiscordMode.Http && PublicKey is null)
            reader.Fail(
                "Discord:PublicKey",
                "is missing",
                "Discord:Mode Http needs it; copy it from the application's General Information page"
            );
        if (Transport == DiscordLibrary.DiscordNet && DiscordTransport.DiscordNet is null)
            reader.Fail(
                "Discord:Transport",
                "is DiscordNet, which this build does not include",
                "use NewsBot, or build with -p:DiscordNet=true"
            );
        else if (Transport == DiscordLibrary.DiscordNet && Mode == DiscordMode.Http && Token is null)
            reader.Fail("Discord:Token", "is missing", "Discord.Net needs it over HTTP too; set it, or set Discord:Transport to NewsBot");
        if (Token is not null && Token.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character > '~'))
            reader.Fail(
                "Discord:Token",
                "contains a space or another character that no token has",
                "copy it again from the application's Bot page, without the word Bot"
            );
    }
}
