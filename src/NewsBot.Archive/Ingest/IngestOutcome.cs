namespace NewsBot.Archive.Ingest;

/// <summary>Specifies what an ingest did with an article.</summary>
public enum IngestOutcome
{
    /// <summary>Its source is new.</summary>
    Added,

    /// <summary>It replaced the article with the same source.</summary>
    Replaced,

    /// <summary>It is already there, the same in every field; nothing was written.</summary>
    Unchanged,

    /// <summary>Its folder was ingested and no longer contains it; it was removed.</summary>
    Withdrawn,

    /// <summary>Its source is known in a higher version; it is kept as an earlier one.</summary>
    Older,
}
