using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.State;

namespace NewsBot.Settings;

/// <summary>Represents all settings, read and valid. Immutable.</summary>
internal sealed record NewsBotSettings
{
    /// <summary>Specifies the default listening address.</summary>
    public const string DefaultUrl = "http://127.0.0.1:3978";

    /// <summary>Gets the absolute path of the data directory; created when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Gets the absolute path of the folder from which an untouched archive is filled; it may be missing.</summary>
    public required string SeedsDirectory { get; init; }

    /// <summary>Gets the addresses that the host listens on; never empty.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Gets the base of the links in answers; null: the first address that the host listens on.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Gets the settings of the system of record.</summary>
    public required StoreSettings Store { get; init; }

    /// <summary>Gets the settings of the search index.</summary>
    public SearchSettings Search { get; init; } = new(SearchProvider.Local);

    /// <summary>Gets the settings for reading articles.</summary>
    public required IngestSettings Ingest { get; init; }

    /// <summary>Gets the settings of Microsoft Teams.</summary>
    public required TeamsSettings Teams { get; init; }

    /// <summary>Gets the settings of Discord.</summary>
    public required DiscordSettings Discord { get; init; }

    /// <summary>Gets the settings of the language model that may write answers.</summary>
    public required ModelSettings Model { get; init; }

    /// <summary>Gets the settings for answering questions.</summary>
    public required AnswerSettings Answers { get; init; }

    /// <summary>Gets the settings of digests, and who may subscribe to them.</summary>
    public required DigestSettings Digests { get; init; }

    /// <summary>Gets who may use the pages and the API.</summary>
    public required AccessSettings Access { get; init; }

    /// <summary>Gets the limits of alerts.</summary>
    public required AlertOptions Alerts { get; init; }

    /// <summary>Gets what the audit log keeps.</summary>
    public required AuditOptions Audit { get; init; }

    /// <summary>Gets how long records without a setting of their own are kept.</summary>
    public required RetentionSettings Retention { get; init; }

    /// <summary>Gets the programs that receive alerts and digests.</summary>
    public IReadOnlyList<WebhookSettings> Webhooks { get; init; } = [];

    /// <summary>Gets the settings of the Model Context Protocol over HTTP.</summary>
    public required McpSettings Mcp { get; init; }

    /// <summary>Gets where traces and metrics go, and how logs are written.</summary>
    public required TelemetrySettings Telemetry { get; init; }

    /// <summary>Gets the path of the file with the queues and the small state that must survive a restart.</summary>
    public string StateFile => Path.Combine(DataDirectory, StateDatabase.FileName);

    /// <summary>Gets section <c>Logging</c>, as the framework reads it; null: its defaults.</summary>
    public IConfigurationSection? Logging { get; init; }

    /// <summary>Gets section <c>Kestrel</c>, as the web server reads it, such as its certificates; null: its defaults.</summary>
    public IConfigurationSection? Server { get; init; }

    /// <summary>Gets the base of the links in answers of verbs that do not listen.</summary>
    public Uri LinkBase => PublicUrl ?? ListeningAddress.ToBrowse(Urls[0]);

    /// <summary>Reads every setting; leaves the faults with the reader.</summary>
    /// <param name="reader">The merged sources.</param>
    /// <param name="workingDirectory">Absolute; relative paths start here.</param>
    public static NewsBotSettings Read(SettingsReader reader, string workingDirectory)
    {
        var data = reader.Text("DataDirectory");
        var seeds = reader.Text("SeedsDirectory");
        var ingest = IngestSettings.Read(reader, workingDirectory);
        var webhooks = WebhookSettings.ReadAll(reader, ingest.PrivateHosts);
        var settings = new NewsBotSettings
        {
            DataDirectory = Path.GetFullPath(data ?? "data", workingDirectory),
            SeedsDirectory = seeds is null ? DefaultSeeds(workingDirectory) : Path.GetFullPath(seeds, workingDirectory),
            Urls = ReadUrls(reader),
            PublicUrl = reader.WebAddress("PublicUrl"),
            Store = StoreSettings.Read(reader),
            Search = SearchSettings.Read(reader, Path.GetFullPath(data ?? "data", workingDirectory)),
            Ingest = ingest,
            Teams = TeamsSettings.Read(reader),
            Discord = DiscordSettings.Read(reader),
            Model = ModelSettings.Read(reader),
            Answers = AnswerSettings.Read(reader),
            Digests = DigestSettings.Read(reader, webhooks),
            Access = AccessSettings.Read(reader),
            Alerts = AlertSettings.Read(reader),
            Audit = AuditSettings.Read(reader),
            Retention = RetentionSettings.Read(reader),
            Webhooks = webhooks,
            Mcp = McpSettings.Read(reader),
            Telemetry = TelemetrySettings.Read(reader),
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
            reader.Fail("Urls", $"contains \"{url}\", which is not an address to listen on", $"write it like {DefaultUrl}, without a path");
        return urls.Count > 0 ? urls : [DefaultUrl];
    }
}
