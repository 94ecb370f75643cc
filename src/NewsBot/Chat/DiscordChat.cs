using System.Globalization;
using NewsBot.Archive;
using NewsBot.Archive.Store;
using NewsBot.Discord;
using NewsBot.Discord.Newsroom;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Settings;

namespace NewsBot.Chat;

/// <summary>Puts the newsroom on Discord.</summary>
internal static class DiscordChat
{
    /// <summary>Adds Discord when the settings switch it on.</summary>
    /// <param name="services">The host's services, with the archive and the kernel.</param>
    /// <param name="settings">Valid settings.</param>
    /// <param name="store">The archive's store.</param>
    public static void AddDiscord(this IServiceCollection services, NewsBotSettings settings, IArticleStore store)
    {
        if (!settings.Discord.IsOn) return;
        services.AddSingleton<IDiscordNewsroom>(provider => new ArchiveNewsroom(
            provider.GetRequiredService<NewsroomKernel>(), provider.GetRequiredService<ArticleArchive>(), store, provider.GetRequiredService<ArticleLinks>(), provider.GetRequiredService<DailyNews>()));
        services.AddNewsDiscord(Options(settings), settings.Discord.Carrier);
    }

    private static DiscordOptions Options(NewsBotSettings settings) => new()
    {
        Token = settings.Discord.Token,
        DataDirectory = settings.DataDirectory,
        Mode = settings.Discord.Mode,
        ApplicationId = settings.Discord.ApplicationId is { } application ? Id(application) : null,
        PublicKey = settings.Discord.PublicKey,
        ApiBaseUrl = settings.Discord.ApiBaseUrl,
        GuildId = settings.Discord.GuildId is { } guild ? Id(guild) : null,
        Channels = [.. settings.Discord.Channels.Select(Id)],
        DirectMessages = settings.Discord.DirectMessages,
        QuestionsPerUserAndMinute = settings.Discord.QuestionsPerUserAndMinute,
        QuestionsPerGuildAndMinute = settings.Discord.QuestionsPerGuildAndMinute,
        About = settings.PublicUrl is { IsLoopback: false } publicUrl ? publicUrl : DiscordOptions.DefaultAbout,
    };

    private static ulong Id(string digits) => ulong.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
