namespace NewsBot.Archive.Ingest;

/// <summary>What an ingest has seen of the folder that it is reading.</summary>
internal sealed class FolderState(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>Articles that were read.</summary>
    public int Articles { get; set; }

    /// <summary>
    /// A place that could not be read, the first of them: any of the folder's articles may be there, so that none may be withdrawn.
    /// </summary>
    public string? Unread { get; set; }
}
