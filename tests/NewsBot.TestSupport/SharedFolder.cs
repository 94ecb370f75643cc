using Xunit;

namespace NewsBot.TestSupport;

/// <summary>Represents the folder of fixtures and evaluation data next to the repository, which is not part of it.</summary>
public static class SharedFolder
{
    private const string Variable = "NEWSBOT_SHARED";

    /// <summary>Gets the folder's full path; null when this machine does not have it.</summary>
    /// <remarks>
    /// Uses the environment variable NEWSBOT_SHARED, otherwise the nearest folder named "shared" next to the program's folder or one above
    /// it.
    /// </remarks>
    public static string? Path { get; } = Find();

    /// <summary>Returns the full path of a file in the folder; null where it is absent, for checks that a test can do without.</summary>
    /// <param name="relativePath">With forward slashes, such as "eval/seeds-qa.jsonl".</param>
    public static string? FindFile(string relativePath) =>
        Path is not null && System.IO.Path.Combine(Path, relativePath) is var file && (File.Exists(file) || Directory.Exists(file))
            ? file
            : null;

    /// <summary>
    /// Returns the full path of a file in the folder. Without the folder, the running test is skipped, except in CI, where it fails.
    /// </summary>
    /// <param name="relativePath">With forward slashes, such as "eval/seeds-qa.jsonl".</param>
    public static string Require(string relativePath)
    {
        if (FindFile(relativePath) is { } file)
            return file;

        var reason = $"needs shared/{relativePath} next to the repository; set {Variable} to the folder's path.";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Assert.Fail(reason);
        Assert.Skip(reason);
        return "";
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured)
            return configured;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = System.IO.Path.Combine(folder.FullName, "shared");
            if (File.Exists(System.IO.Path.Combine(shared, "design", "contract.md")))
                return shared;
        }

        return null;
    }
}
