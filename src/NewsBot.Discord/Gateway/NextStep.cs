namespace NewsBot.Discord.Gateway;

/// <summary>What follows on a lost connection.</summary>
internal enum NextStep
{
    /// <summary>Take the session up where it stopped.</summary>
    Resume,

    /// <summary>Begin a new session.</summary>
    Identify,

    /// <summary>Nothing: it would fail again.</summary>
    Stop,
}
