using NewsBot.Archive.Embedding;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration;

namespace NewsBot.Settings;

/// <summary>An endpoint that may write answers: OpenAI's, Azure OpenAI's, or one that is compatible.</summary>
/// <param name="Endpoint">Null: the extractive composer answers.</param>
/// <param name="ApiKey">Never logged; null for endpoints that ask for none.</param>
/// <param name="Name">The model's name; null: no model writes, though one may make vectors.</param>
internal sealed record ModelSettings(Uri? Endpoint, string? ApiKey, string? Name)
{
    private static readonly string[] AzureHosts =
    [
        ".openai.azure.com",
        ".openai.azure.us",
        ".openai.azure.cn",
        ".cognitiveservices.azure.com",
        ".services.ai.azure.com",
    ];

    private const int DefaultSeconds = 8;
    private const int DefaultTokensPerDay = 2_000_000;
    private const int DefaultTokensPerDesk = 500_000;
    private const int DefaultWaitMinutes = 240;

    /// <summary>Whose API the endpoint speaks.</summary>
    public ModelProvider Provider { get; init; }

    /// <summary>The longest that a reader waits for the model.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(DefaultSeconds);

    /// <summary>Tokens of one day over all desks.</summary>
    public int TokensPerDay { get; init; } = DefaultTokensPerDay;

    /// <summary>Tokens of one desk and day.</summary>
    public int TokensPerDeskAndDay { get; init; } = DefaultTokensPerDesk;

    /// <summary>Time that one desk may spend waiting in a day.</summary>
    public TimeSpan WaitPerDeskAndDay { get; init; } = TimeSpan.FromMinutes(DefaultWaitMinutes);

    /// <summary>The model that makes vectors of passages; null: passages are found by their words alone.</summary>
    public string? EmbeddingName { get; init; }

    /// <summary>Put before each question that is embedded.</summary>
    public string? EmbeddingQueryPrefix { get; init; }

    /// <summary>Put before each passage that is embedded.</summary>
    public string? EmbeddingPassagePrefix { get; init; }

    /// <summary>Reads section <c>Model</c>.</summary>
    public static ModelSettings Read(SettingsReader reader)
    {
        var endpoint = reader.WebAddress("Model:Endpoint");
        var settings = new ModelSettings(endpoint, reader.Text("Model:ApiKey"), reader.Text("Model:Name"))
        {
            Provider = reader.Choice(
                "Model:Provider",
                endpoint is not null && IsAzureResource(endpoint) ? ModelProvider.AzureOpenAI : ModelProvider.OpenAI
            ),
            Patience = TimeSpan.FromSeconds(reader.Whole("Model:MaxSeconds", DefaultSeconds, 1, 120)),
            TokensPerDay = reader.Whole("Model:TokensPerDay", DefaultTokensPerDay, 0, int.MaxValue),
            TokensPerDeskAndDay = reader.Whole("Model:TokensPerDeskAndDay", DefaultTokensPerDesk, 0, int.MaxValue),
            WaitPerDeskAndDay = TimeSpan.FromMinutes(reader.Whole("Model:WaitMinutesPerDeskAndDay", DefaultWaitMinutes, 0, 24 * 60)),
            EmbeddingName = reader.Text("Model:EmbeddingName"),
            EmbeddingQueryPrefix = reader.Text("Model:EmbeddingQueryPrefix"),
            EmbeddingPassagePrefix = reader.Text("Model:EmbeddingPassagePrefix"),
        };
        if (settings.Endpoint is not null && settings.Name is null && settings.EmbeddingName is null)
            reader.Fail("Model:Name", "is missing", "set the name of the model that Model:Endpoint serves");
        if (settings.Endpoint is null && settings.EmbeddingName is not null)
            reader.Fail("Model:Endpoint", "is missing", "set the address that serves Model:EmbeddingName, or remove that");
        if (settings is { Provider: ModelProvider.AzureOpenAI, Endpoint: not null, ApiKey: null })
            reader.Fail("Model:ApiKey", "is missing", "set the key of the Azure OpenAI resource");
        return settings;
    }

    /// <summary>The model with its limits; null when none is set.</summary>
    /// <param name="log">Gets ids, reasons and numbers; null: nothing is logged.</param>
    public ModelNewsroom? ToNewsroom(ILogger<ModelNewsroom>? log = null)
    {
        if (Endpoint is null || Name is null)
            return null;
        var options = new ModelOptions
        {
            Provider = Provider,
            Endpoint = Endpoint,
            ApiKey = ApiKey,
            Name = Name,
            Patience = Patience,
            TokensPerDay = TokensPerDay,
            TokensPerDeskAndDay = TokensPerDeskAndDay,
            WaitPerDeskAndDay = WaitPerDeskAndDay,
        };
        return new ModelNewsroom(ModelConnectors.Chat(options), options, TimeProvider.System, log);
    }

    /// <summary>Makes vectors of passages; null when no model is set for it.</summary>
    public IPassageEmbedder? ToEmbedder()
    {
        if (Endpoint is null || EmbeddingName is null)
            return null;
        var options = new EmbeddingOptions
        {
            Provider = Provider,
            Endpoint = Endpoint,
            ApiKey = ApiKey,
            Name = EmbeddingName,
            QueryPrefix = Prefix(EmbeddingQueryPrefix),
            PassagePrefix = Prefix(EmbeddingPassagePrefix),
        };
        return new PassageEmbedder(ModelConnectors.Embeddings(options), options, TimeProvider.System);
    }

    /// <summary>
    /// Whether an address is that of an Azure OpenAI resource; with the path /openai/v1 it is one that is compatible with OpenAI's.
    /// </summary>
    private static bool IsAzureResource(Uri endpoint) =>
        endpoint.AbsolutePath == "/" && Array.Exists(AzureHosts, host => endpoint.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase));

    // White space around a setting is taken off.
    private static string Prefix(string? set) => set is null ? "" : set + " ";

    /// <summary>Without the key, wherever a setting may be written to.</summary>
    public override string ToString() => $"ModelSettings {{ Endpoint = {Endpoint}, Name = {Name}, EmbeddingName = {EmbeddingName} }}";
}
