namespace NewsBot.Archive.Parsing;

/// <summary>Finds the article files in a folder and its subfolders.</summary>
internal static class ArticleFiles
{
    private static readonly string[] Droppings = ["Thumbs.db", "desktop.ini"];

    // The endings that programs give to files they are still writing, before they rename them.
    private static readonly string[] Unfinished =
    [
        "~",
        ".tmp",
        ".temp",
        ".part",
        ".partial",
        ".filepart",
        ".crdownload",
        ".download",
        ".swp",
    ];

    /// <summary>
    /// Returns every file in ordinal order of its path relative to the folder. Skips hidden files and folders, the files of file
    /// managers, and files that programs have not finished. Follows a link within the folder, unless it leads back.
    /// </summary>
    public static IEnumerable<FoundFile> In(string folder)
    {
        var real = RealPath.Of(folder) ?? Path.GetFullPath(folder);
        return In(new Place(folder, "", real), [real]);
    }

    /// <summary>Opens a file to be read once from start to end.</summary>
    public static FileStream Open(string path) =>
        new(
            path,
            new FileStreamOptions
            {
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.SequentialScan | FileOptions.Asynchronous,
                BufferSize = 0,
            }
        );

    private static IEnumerable<FoundFile> In(Place place, List<string> above)
    {
        var entries = Entries(place.Path, out var problem);
        if (problem is not null)
        {
            yield return new FoundFile(place.Path, place.Prefix, problem);
            yield break;
        }

        foreach (var entry in entries)
        {
            var path = Path.Combine(place.Path, entry.Name);
            var source = place.Prefix + entry.Name;
            if (IsPassedOver(entry.Name))
            {
                yield return new FoundFile(path, source) { IsSkipped = true };
                continue;
            }

            var real = entry.IsLink ? RealPath.Of(path) : Path.Combine(place.RealPath, entry.Name);
            if (real is null)
            {
                // A broken link, which reading the file reports.
                yield return new FoundFile(path, source);
                continue;
            }

            if (!RealPath.IsWithin(real, above[0]))
            {
                yield return new FoundFile(path, source, "is a link out of the folder and was not followed; ingest its target separately")
                {
                    HidesOthers = false,
                };
                continue;
            }

            if (!entry.IsFolder)
            {
                yield return new FoundFile(path, source) { IsEmpty = IsEmpty(real) };
                continue;
            }

            if (above.Contains(real))
            {
                yield return new FoundFile(path, source, "is a link to a folder that contains it; it was not followed");
                continue;
            }

            above.Add(real);
            foreach (var file in In(new Place(path, source + "/", real), above))
                yield return file;
            above.RemoveAt(above.Count - 1);
        }
    }

    private static bool IsPassedOver(string name) =>
        name[0] == '.'
        || name.StartsWith("~$", StringComparison.Ordinal)
        || Droppings.Contains(name)
        || Array.Exists(Unfinished, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // A folder sorts as its name and a slash, which gives the order of whole relative paths.
    private static List<Entry> Entries(string folder, out string? problem)
    {
        problem = null;
        try
        {
            return
            [
                .. new DirectoryInfo(folder)
                    .EnumerateFileSystemInfos()
                    .Select(entry => new Entry(entry.Name, Has(entry, FileAttributes.Directory), Has(entry, FileAttributes.ReparsePoint)))
                    .OrderBy(entry => entry.IsFolder ? entry.Name + "/" : entry.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = Unreadable.Reason(error);
            return [];
        }
    }

    private static bool Has(FileSystemInfo entry, FileAttributes attribute) => entry.Attributes.HasFlag(attribute);

    // A file whose length cannot be determined is left to the reader to report.
    private static bool IsEmpty(string real)
    {
        try
        {
            return new FileInfo(real).Length == 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private readonly record struct Place(string Path, string Prefix, string RealPath);

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink);
}
