namespace NewsBot.TestSupport.Discord;

/// <summary>Specifies how the scripted gateway responds to a request for compression.</summary>
public enum ScriptedCompression
{
    /// <summary>It compresses.</summary>
    AsAsked,

    /// <summary>It sends text, as to a client that did not ask.</summary>
    Text,

    /// <summary>It sends binary frames of plain JSON.</summary>
    Binary,
}
