namespace NewsBot.Archive.Watching;

/// <summary>Tells one state of a file from another, as far as its folder does.</summary>
internal readonly record struct FileStamp(long Length, DateTime Written, DateTime Made)
{
    // Not that of an empty file: the reading says what is wrong.
    private static readonly FileStamp Unseen = new(-1, default, default);

    /// <summary>
    /// Reads the stamp of a file, or of what a link leads to; the same for all that are gone meanwhile, or may not be seen.
    /// </summary>
    public static FileStamp Of(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
                file = target;
            return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc) : Unseen;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unseen;
        }
    }
}
