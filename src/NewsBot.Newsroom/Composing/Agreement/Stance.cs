namespace NewsBot.Newsroom.Composing.Agreement;

/// <summary>How somebody in a sentence stands to what is said of him.</summary>
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
