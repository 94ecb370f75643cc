namespace NewsBot.Archive.Parsing;

/// <summary>Resolves the links in paths.</summary>
internal static class RealPath
{
    // Linux also gives up after this many links.
    private const int MaxLinks = 40;

    /// <summary>Returns the path without links; null where it leads nowhere, or in a circle.</summary>
    public static string? Of(string path)
    {
        path = Path.GetFullPath(path);
        var root = Path.GetPathRoot(path)!;
        var real = root;
        var steps = new Stack<string>();
        Push(steps, path[root.Length..]);
        var links = 0;
        try
        {
            while (steps.TryPop(out var step))
            {
                if (step == "..")
                {
                    real = Path.GetDirectoryName(real) ?? root;
                    continue;
                }

                var next = Path.Combine(real, step);
                if (new FileInfo(next).LinkTarget is not { } target)
                {
                    real = next;
                    continue;
                }

                if (++links > MaxLinks)
                    return null;
                if (Path.IsPathRooted(target))
                {
                    root = Path.GetPathRoot(Path.GetFullPath(target))!;
                    real = root;
                    target = target[Path.GetPathRoot(target)!.Length..];
                }

                Push(steps, target);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return Path.Exists(real) ? Path.TrimEndingDirectorySeparator(real) : null;
    }

    /// <summary>Determines whether a path is a folder or something in it; neither may contain links.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder
        || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void Push(Stack<string> steps, string path)
    {
        foreach (var step in path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Reverse())
        {
            if (step.Length > 0 && step != ".")
                steps.Push(step);
        }
    }
}
