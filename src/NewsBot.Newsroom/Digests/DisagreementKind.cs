namespace NewsBot.Newsroom.Digests;

/// <summary>What sources disagree on.</summary>
public enum DisagreementKind
{
    /// <summary>One side accuses, the other denies.</summary>
    Denial,

    /// <summary>They count differently.</summary>
    Number,
}
