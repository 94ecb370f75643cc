namespace NewsBot.Newsroom.Alerts;

/// <summary>Specifies what an alert has to tell about an article. The numbers are stored.</summary>
internal enum AlertMatchKind
{
    /// <summary>It matches.</summary>
    Article = 0,

    /// <summary>It corrects one that was told.</summary>
    Correction = 1,

    /// <summary>It was told and has been withdrawn.</summary>
    Withdrawal = 2,
}
