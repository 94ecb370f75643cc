namespace NewsBot.TestSupport;

/// <summary>Represents the repository that the tests were built from.</summary>
public static class RepositoryFolder
{
    /// <summary>Gets the full path of the folder with <c>NewsBot.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>Gets the full path of the folder of the seed articles.</summary>
    public static string Seeds { get; } = Path.Combine(Root, "seeds");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
