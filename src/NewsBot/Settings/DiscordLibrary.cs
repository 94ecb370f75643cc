namespace NewsBot.Settings;

/// <summary>What carries the traffic with Discord.</summary>
internal enum DiscordLibrary
{
    /// <summary>NewsBot itself.</summary>
    NewsBot,

    /// <summary>Discord.Net, in builds with <c>-p:DiscordNet=true</c>.</summary>
    DiscordNet,
}
