using System.Globalization;
using NewsBot.Discord;
using NewsBot.Discord.Options;
using NewsBot.Settings;

namespace NewsBot.Chat;

/// <summary>Connects the newsroom to Discord.</summary>
internal static class DiscordChat
{
    /// <summary>Adds Discord when the settings enable it.</summary>
    public static void AddDiscord(this IServiceCollection services, NewsBotSettings settings)
    {
        if (settings.Discord.IsOn)
            services.AddNewsDiscord(Options(settings), settings.Discord.Carrier);
    }

    private static DiscordOptions Options(NewsBotSettings settings) =>
        new()
        {
            Token = settings.Discord.Token,
            Mode = settings.Discord.Mode,
            ApplicationId = settings.Discord.ApplicationId is { } application ? Id(application) : null,
            PublicKey = settings.Discord.PublicKey,
            ApiBaseUrl = settings.Discord.ApiBaseUrl,
            GuildId = settings.Discord.GuildId is { } guild ? Id(guild) : null,
            Channels = [.. settings.Discord.Channels.Select(Id)],
            DirectMessages = settings.Discord.DirectMessages,
            QuestionsPerUserAndMinute = settings.Discord.QuestionsPerUserAndMinute,
            KeepReplies = settings.Retention.DiscordReplies,
            QuestionsPerGuildAndMinute = settings.Discord.QuestionsPerGuildAndMinute,
            About = settings.PublicUrl is { IsLoopback: false } publicUrl ? publicUrl : DiscordOptions.DefaultAbout,
        };

    private static ulong Id(string digits) => ulong.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
