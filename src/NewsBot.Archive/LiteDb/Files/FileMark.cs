namespace NewsBot.Archive.LiteDb.Files;

/// <summary>Tells a LiteDB file by its first page. The library reads others too, as far as it gets, and cuts off what is not a whole page.</summary>
internal static class FileMark
{
    /// <summary>Bytes of a page.</summary>
    public const int PageSize = 8192;

    private const int At = 32;

    /// <summary>Whether the file begins as an unencrypted one of LiteDB 5 does.</summary>
    public static bool IsThere(string path)
    {
        var mark = "** This is a LiteDB file **"u8;
        var start = new byte[At + mark.Length];
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return RandomAccess.Read(file, start, 0) == start.Length && start.AsSpan(At).SequenceEqual(mark);
    }
}
