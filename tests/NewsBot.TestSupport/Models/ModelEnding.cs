namespace NewsBot.TestSupport.Models;

/// <summary>Specifies how a scripted stream ends.</summary>
public enum ModelEnding
{
    /// <summary>Normally.</summary>
    Done,

    /// <summary>Never, without another byte.</summary>
    Silence,

    /// <summary>Never, with the same piece again and again.</summary>
    Endless,

    /// <summary>By a broken connection; what was sent just before may be lost with it.</summary>
    Closed,

    /// <summary>Early, without the last events.</summary>
    Cut,
}
