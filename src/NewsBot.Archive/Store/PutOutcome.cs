namespace NewsBot.Archive.Store;

/// <summary>Specifies what putting an article did.</summary>
public enum PutOutcome
{
    /// <summary>The source is new.</summary>
    Added,

    /// <summary>
    /// The source was known; the article replaced the old one, which is kept as an earlier version where its headline or text differs.
    /// </summary>
    Replaced,

    /// <summary>The source was known in a higher version; the article is kept as an earlier one.</summary>
    Older,

    /// <summary>The same article is already there; nothing was written.</summary>
    Unchanged,
}
