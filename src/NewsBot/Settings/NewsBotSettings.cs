using NewsBot.Newsroom.State;

namespace NewsBot.Settings;

/// <summary>Every setting, read and found valid. Immutable.</summary>
internal sealed record NewsBotSettings
{
    /// <summary>Where the host listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:3978";

    /// <summary>Absolute path of the folder that holds the archive; made when it is missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Absolute path of the folder that an archive which was never touched is filled from; it may be missing.</summary>
    public required string SeedsDirectory { get; init; }

    /// <summary>Addresses that the host listens on; never empty.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Base of the links in answers; null: the first address that the host listens on.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The system of record.</summary>
    public required StoreSettings Store { get; init; }

    /// <summary>How articles are read.</summary>
    public required IngestSettings Ingest { get; init; }

    /// <summary>Microsoft Teams.</summary>
    public required TeamsSettings Teams { get; init; }

    /// <summary>Discord.</summary>
    public required DiscordSettings Discord { get; init; }

    /// <summary>The model that may write answers.</summary>
    public required ModelSettings Model { get; init; }

    /// <summary>How questions are answered.</summary>
    public required AnswerSettings Answers { get; init; }

    /// <summary>Digests and who may subscribe to them.</summary>
    public required DigestSettings Digests { get; init; }

    /// <summary>The Model Context Protocol over HTTP.</summary>
    public required McpSettings Mcp { get; init; }

    /// <summary>Gets the file of the queues and the small state that must survive a restart.</summary>
    public string StateFile => Path.Combine(DataDirectory, StateDatabase.FileName);

    /// <summary>Section <c>Logging</c>, as the framework reads it; null: its defaults.</summary>
    public IConfigurationSection? Logging { get; init; }

    /// <summary>Base of the links in answers of verbs that do not listen.</summary>
    public Uri LinkBase => PublicUrl ?? ListeningAddress.ToBrowse(Urls[0]);

    /// <summary>Reads every setting; what is wrong is left with the reader.</summary>
    /// <param name="reader">The merged sources.</param>
    /// <param name="workingDirectory">Absolute; relative paths start here.</param>
    public static NewsBotSettings Read(SettingsReader reader, string workingDirectory)
    {
        var data = reader.Text("DataDirectory");
        var seeds = reader.Text("SeedsDirectory");
        var settings = new NewsBotSettings
        {
            DataDirectory = Path.GetFullPath(data ?? "data", workingDirectory),
            SeedsDirectory = seeds is null ? DefaultSeeds(workingDirectory) : Path.GetFullPath(seeds, workingDirectory),
            Urls = ReadUrls(reader),
            PublicUrl = reader.WebAddress("PublicUrl"),
            Store = StoreSettings.Read(reader),
            Ingest = IngestSettings.Read(reader),
            Teams = TeamsSettings.Read(reader),
            Discord = DiscordSettings.Read(reader),
            Model = ModelSettings.Read(reader),
            Answers = AnswerSettings.Read(reader),
            Digests = DigestSettings.Read(reader),
            Mcp = McpSettings.Read(reader),
        };
        if (seeds is not null && !Directory.Exists(settings.SeedsDirectory))
            reader.Fail("SeedsDirectory", $"is \"{seeds}\", which is not a folder", "name a folder of articles, or remove the setting");
        if (File.Exists(settings.DataDirectory))
            reader.Fail("DataDirectory", $"is \"{data ?? "data"}\", which is a file", "name a folder");
        return settings;
    }

    private static string DefaultSeeds(string workingDirectory)
    {
        var here = Path.Combine(workingDirectory, "seeds");
        return Directory.Exists(here) ? here : Path.Combine(AppContext.BaseDirectory, "seeds");
    }

    private static IReadOnlyList<string> ReadUrls(SettingsReader reader)
    {
        var urls = reader.List("Urls");
        foreach (var url in urls.Where(url => !ListeningAddress.IsValid(url)))
            reader.Fail("Urls", $"holds \"{url}\"", $"write it like {DefaultUrl}, without a path");
        return urls.Count > 0 ? urls : [DefaultUrl];
    }
}
