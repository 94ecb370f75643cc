namespace NewsBot.Archive.Parsing;

/// <summary>Finds the article files below a folder.</summary>
internal static class ArticleFiles
{
    private static readonly string[] Droppings = ["Thumbs.db", "desktop.ini"];

    /// <summary>
    /// Every file in ordinal order of its path relative to the folder. Hidden files and folders, and what file managers leave behind, are
    /// passed over. A link to a folder is followed unless it leads back.
    /// </summary>
    public static IEnumerable<FoundFile> In(string folder)
    {
        var real = RealPath(Path.GetFullPath(folder));
        return In(new Place(folder, "", real), [real]);
    }

    /// <summary>Opens a file to be read once from start to end.</summary>
    public static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.SequentialScan | FileOptions.Asynchronous,
        BufferSize = 0,
    });

    private static IEnumerable<FoundFile> In(Place place, List<string> above)
    {
        var entries = Entries(place.Path, out var problem);
        if (problem is not null)
        {
            yield return new FoundFile(place.Path, place.Prefix, problem);
            yield break;
        }

        foreach (var (name, isFolder) in entries)
        {
            var path = Path.Combine(place.Path, name);
            if (!isFolder)
            {
                yield return new FoundFile(path, place.Prefix + name);
                continue;
            }

            var real = RealPath(Path.Combine(place.RealPath, name));
            if (above.Contains(real))
            {
                yield return new FoundFile(path, place.Prefix + name, "is a link to a folder that it is in; it was not followed");
                continue;
            }

            above.Add(real);
            foreach (var file in In(new Place(path, place.Prefix + name + "/", real), above))
                yield return file;
            above.RemoveAt(above.Count - 1);
        }
    }

    // A folder sorts as its name and a slash, which makes the order that of the whole relative paths.
    private static List<(string Name, bool IsFolder)> Entries(string folder, out string? problem)
    {
        problem = null;
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(entry => entry.Name[0] != '.' && !entry.Name.StartsWith("~$", StringComparison.Ordinal) && !Droppings.Contains(entry.Name))
                .Select(entry => (entry.Name, IsFolder: entry.Attributes.HasFlag(FileAttributes.Directory)))
                .OrderBy(entry => entry.IsFolder ? entry.Name + "/" : entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = Unreadable.Reason(error);
            return [];
        }
    }

    // Of a path whose folder is real already, so that a relative link is resolved from where it really stands.
    private static string RealPath(string path)
    {
        try
        {
            return Path.TrimEndingDirectorySeparator(Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }

    private readonly record struct Place(string Path, string Prefix, string RealPath);
}
