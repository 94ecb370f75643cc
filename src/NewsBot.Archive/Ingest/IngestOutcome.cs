namespace NewsBot.Archive.Ingest;

/// <summary>What an ingest did with an article.</summary>
public enum IngestOutcome
{
    /// <summary>Its source is new.</summary>
    Added,

    /// <summary>It took the place of the article that had its source.</summary>
    Replaced,

    /// <summary>It is there already, the same in every field; nothing was written.</summary>
    Unchanged,

    /// <summary>Its folder was ingested and has it no longer; it was removed.</summary>
    Withdrawn,
}
