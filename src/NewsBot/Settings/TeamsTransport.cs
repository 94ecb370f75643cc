namespace NewsBot.Settings;

/// <summary>What carries activities between Teams and NewsBot.</summary>
internal enum TeamsTransport
{
    /// <summary>NewsBot itself.</summary>
    NewsBot,

    /// <summary>The Bot Framework SDK, in builds with that bridge.</summary>
    BotFramework,
}
