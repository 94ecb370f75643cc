namespace NewsBot.Newsroom.Digests;

/// <summary>Specifies what sources disagree on.</summary>
public enum DisagreementKind
{
    /// <summary>One source accuses, the other denies.</summary>
    Denial,

    /// <summary>The sources give different numbers.</summary>
    Number,
}
