namespace NewsBot.Newsroom.Composing.Agreement;

/// <summary>Specifies how a sentence treats an accusation.</summary>
internal enum Stance
{
    None,

    /// <summary>"accused", "blamed".</summary>
    Accuses,

    /// <summary>"denied", "had nothing to do with".</summary>
    Denies,

    /// <summary>"admitted", "claimed responsibility".</summary>
    Confirms,

    /// <summary>"has not commented", "no immediate comment".</summary>
    Silent,
}
