namespace NewsBot.Archive.Ingest;

/// <summary>Tells what an ingest did with an article.</summary>
public enum IngestOutcome
{
    /// <summary>Its source is new.</summary>
    Added,

    /// <summary>It replaced the article that had its source.</summary>
    Replaced,

    /// <summary>It is there already, the same in every field; nothing was written.</summary>
    Unchanged,

    /// <summary>Its folder was ingested and no longer has it; it was removed.</summary>
    Withdrawn,

    /// <summary>Its source is known and has a higher version; it is kept as an earlier one.</summary>
    Older,
}
