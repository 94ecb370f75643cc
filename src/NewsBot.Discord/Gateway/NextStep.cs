namespace NewsBot.Discord.Gateway;

/// <summary>Specifies what follows a lost connection.</summary>
internal enum NextStep
{
    /// <summary>Resume the session where it stopped.</summary>
    Resume,

    /// <summary>Start a new session.</summary>
    Identify,

    /// <summary>Nothing: it would fail again.</summary>
    Stop,
}
