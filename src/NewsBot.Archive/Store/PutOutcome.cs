namespace NewsBot.Archive.Store;

/// <summary>What putting an article did.</summary>
public enum PutOutcome
{
    /// <summary>The source is new.</summary>
    Added,

    /// <summary>The source was known; the article took the old one's place.</summary>
    Replaced,

    /// <summary>The same article is there already; nothing was written.</summary>
    Unchanged,
}
