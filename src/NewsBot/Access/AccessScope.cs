namespace NewsBot.Access;

/// <summary>Specifies what a caller may do.</summary>
[Flags]
internal enum AccessScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Asks questions.</summary>
    Ask = 1,

    /// <summary>Reads passages, articles, digests and timelines.</summary>
    Read = 2,

    /// <summary>Withdraws and restores articles, and reads how the host fares.</summary>
    Admin = 4,
}
