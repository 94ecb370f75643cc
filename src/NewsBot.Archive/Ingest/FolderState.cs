namespace NewsBot.Archive.Ingest;

/// <summary>Represents what an ingest has seen so far of the folder that it is reading.</summary>
internal sealed class FolderState(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>Gets or sets the number of articles read.</summary>
    public int Articles { get; set; }

    /// <summary>
    /// Gets or sets the first place that could not be read. Any of the folder's articles may be there, so none may be withdrawn.
    /// </summary>
    public string? Unread { get; set; }
}
