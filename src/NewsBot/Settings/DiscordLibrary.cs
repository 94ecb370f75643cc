namespace NewsBot.Settings;

/// <summary>Specifies the library that talks to Discord.</summary>
internal enum DiscordLibrary
{
    /// <summary>NewsBot itself.</summary>
    NewsBot,

    /// <summary>Discord.Net, in builds with <c>-p:DiscordNet=true</c>.</summary>
    DiscordNet,
}
