namespace NewsBot.Archive.Watching;

/// <summary>Distinguishes states of a file, as far as its folder's entry does.</summary>
internal readonly record struct FileStamp(long Length, DateTime Written, DateTime Made)
{
    // Not the stamp of an empty file: reading it reports what is wrong.
    private static readonly FileStamp Unseen = new(-1, default, default);

    /// <summary>
    /// Returns the stamp of a file, or of the target of a link; the same stamp for all files that have gone or may not be seen.
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
