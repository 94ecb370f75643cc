namespace NewsBot.Settings;

/// <summary>How Discord's events come in.</summary>
internal enum DiscordMode
{
    /// <summary>Over a connection that NewsBot opens.</summary>
    Gateway,

    /// <summary>Over HTTP calls that Discord makes.</summary>
    Http,
}
