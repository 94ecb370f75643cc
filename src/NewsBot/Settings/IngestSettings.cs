using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Dates;

namespace NewsBot.Settings;

/// <summary>Represents how articles are read, and the folders and feeds from which they arrive unattended.</summary>
/// <param name="Reading">The newsroom's choices for reading files.</param>
internal sealed record IngestSettings(ReadingOptions Reading)
{
    /// <summary>Gets the absolute paths of the folders that the host watches, none inside another. They need not exist yet.</summary>
    public IReadOnlyList<string> Watch { get; init; } = [];

    /// <summary>Gets the feeds that the host fetches.</summary>
    public IReadOnlyList<FeedSettings> Feeds { get; init; } = [];

    /// <summary>Gets the hosts that feeds may be fetched from, and webhooks posted to, even if their addresses are not public.</summary>
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    /// <summary>
    /// Reads section <c>Ingest</c>. Without <c>Ingest:DateOrder</c> the day comes first, except for articles in American English.
    /// </summary>
    /// <param name="reader">The merged sources.</param>
    /// <param name="workingDirectory">Absolute; relative paths start here.</param>
    public static IngestSettings Read(SettingsReader reader, string workingDirectory)
    {
        var privateHosts = reader.List("Ingest:PrivateHosts");
        return new IngestSettings(new ReadingOptions { DateOrder = reader.Choice<DateOrder>("Ingest:DateOrder", null) })
        {
            Watch = Folders(reader, workingDirectory),
            Feeds = FeedSettings.ReadAll(reader, privateHosts),
            PrivateHosts = privateHosts,
        };
    }

    /// <summary>
    /// Returns the first of these folders that is inside, or the same as, another one: its articles would have two sources each. Null:
    /// none.
    /// </summary>
    /// <param name="folders">Absolute paths.</param>
    public static string? Overlapping(IReadOnlyList<string> folders)
    {
        for (var i = 0; i < folders.Count; i++)
        {
            for (var j = 0; j < folders.Count; j++)
            {
                if (i != j && IsWithin(folders[i], folders[j]))
                    return folders[i];
            }
        }

        return null;
    }

    private static bool IsWithin(string path, string folder) =>
        Path.GetRelativePath(folder, path) is var relative
        && relative.Split(Path.DirectorySeparatorChar)[0] != ".."
        && !Path.IsPathRooted(relative);

    private static List<string> Folders(SettingsReader reader, string workingDirectory)
    {
        List<string> folders = [.. reader.List("Ingest:Watch").Select(folder => Path.GetFullPath(folder, workingDirectory))];
        if (folders.Find(File.Exists) is { } file)
            reader.Fail("Ingest:Watch", $"names {file}, which is a file", "name folders");
        if (Overlapping(folders) is { } inner)
            reader.Fail("Ingest:Watch", $"names {inner}, which is inside another of its folders", "name only the outer one");
        return folders;
    }
}
