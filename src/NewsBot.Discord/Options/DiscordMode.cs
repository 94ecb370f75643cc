namespace NewsBot.Discord.Options;

/// <summary>Specifies how interactions arrive.</summary>
public enum DiscordMode
{
    /// <summary>Over a connection that NewsBot opens; needs no public address.</summary>
    Gateway,

    /// <summary>Over signed HTTP calls that Discord makes, for several hosts behind a balancer.</summary>
    Http,
}
