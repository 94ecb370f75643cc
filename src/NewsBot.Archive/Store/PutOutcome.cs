namespace NewsBot.Archive.Store;

/// <summary>Tells what putting an article did.</summary>
public enum PutOutcome
{
    /// <summary>The source is new.</summary>
    Added,

    /// <summary>The source was known; the article replaced the old one.</summary>
    Replaced,

    /// <summary>The same article is there already; nothing was written.</summary>
    Unchanged,
}
