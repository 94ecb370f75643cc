namespace NewsBot.Archive.LiteDb.Files;

/// <summary>
/// Recognises a LiteDB file by its first page. The library also opens other files, reads what it can, and cuts off any incomplete page.
/// </summary>
internal static class FileMark
{
    /// <summary>Specifies the size of a page in bytes.</summary>
    public const int PageSize = 8192;

    private const int At = 32;

    /// <summary>Determines whether the file begins like an unencrypted LiteDB 5 file.</summary>
    public static bool IsThere(string path)
    {
        var mark = "** This is a LiteDB file **"u8;
        var start = new byte[At + mark.Length];
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return RandomAccess.Read(file, start, 0) == start.Length && start.AsSpan(At).SequenceEqual(mark);
    }
}
