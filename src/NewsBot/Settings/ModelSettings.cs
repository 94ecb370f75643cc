using NewsBot.Archive.Embedding;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Spending;

namespace NewsBot.Settings;

/// <summary>Represents the settings of an endpoint that may write answers: OpenAI's, Azure OpenAI's, or a compatible one.</summary>
/// <param name="Endpoint">Null: the extractive composer answers.</param>
/// <param name="ApiKey">Never logged; null for endpoints that need none.</param>
/// <param name="Name">The model's name; null: no language model writes, though one may compute vectors.</param>
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
    private const int DefaultTokensPerAccount = 500_000;
    private const int DefaultWaitMinutes = 240;

    /// <summary>Gets the provider whose API the endpoint implements.</summary>
    public ModelProvider Provider { get; init; }

    /// <summary>Gets the longest time that a reader waits for the model.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(DefaultSeconds);

    /// <summary>Gets the number of tokens a day over all accounts.</summary>
    public int TokensPerDay { get; init; } = DefaultTokensPerDay;

    /// <summary>Gets the number of tokens a day for each account.</summary>
    public int TokensPerAccountAndDay { get; init; } = DefaultTokensPerAccount;

    /// <summary>Gets the time that one account may spend waiting in a day.</summary>
    public TimeSpan WaitPerAccountAndDay { get; init; } = TimeSpan.FromMinutes(DefaultWaitMinutes);

    /// <summary>Gets the model that computes passage vectors; null: passages are found by words alone.</summary>
    public string? EmbeddingName { get; init; }

    /// <summary>Gets the prefix of each question that is embedded.</summary>
    public string? EmbeddingQueryPrefix { get; init; }

    /// <summary>Gets the prefix of each passage that is embedded.</summary>
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
            TokensPerAccountAndDay = reader.Whole(
                reader.KeyOf("Model:TokensPerAccountAndDay", "Model:TokensPerDeskAndDay"),
                DefaultTokensPerAccount,
                0,
                int.MaxValue
            ),
            WaitPerAccountAndDay = TimeSpan.FromMinutes(
                reader.Whole(
                    reader.KeyOf("Model:WaitMinutesPerAccountAndDay", "Model:WaitMinutesPerDeskAndDay"),
                    DefaultWaitMinutes,
                    0,
                    24 * 60
                )
            ),
            EmbeddingName = reader.Text("Model:EmbeddingName"),
            EmbeddingQueryPrefix = reader.Text("Model:EmbeddingQueryPrefix"),
            EmbeddingPassagePrefix = reader.Text("Model:EmbeddingPassagePrefix"),
        };
        if (settings.Endpoint is not null && settings.Name is null && settings.EmbeddingName is null)
            reader.Fail("Model:Name", "is missing", "set the name of the model that Model:Endpoint serves");
        if (reader.Text("Model:Endpoint") is null && (settings.EmbeddingName ?? settings.Name ?? settings.ApiKey) is not null)
            reader.Fail("Model:Endpoint", "is missing", "set the address of the model, or remove the other settings of section Model");
        if (settings is { Provider: ModelProvider.AzureOpenAI, Endpoint: not null, ApiKey: null })
            reader.Fail("Model:ApiKey", "is missing", "set the key of the Azure OpenAI resource");
        return settings;
    }

    /// <summary>Returns the model with its limits; null when none is set.</summary>
    /// <param name="log">Receives ids, reasons and numbers; null: nothing is logged.</param>
    /// <param name="spending">Counts the budget over all hosts; null: this process counts for itself.</param>
    public ModelNewsroom? ToNewsroom(ILogger<ModelNewsroom>? log = null, SharedSpending? spending = null)
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
            TokensPerAccountAndDay = TokensPerAccountAndDay,
            WaitPerAccountAndDay = WaitPerAccountAndDay,
        };
        return new ModelNewsroom(ModelConnectors.Chat(options), options, TimeProvider.System, log, spending);
    }

    /// <summary>Returns the embedder of passages; null when no model is set for it.</summary>
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
    /// Determines whether an address is that of an Azure OpenAI resource; with the path /openai/v1 it is compatible with OpenAI's.
    /// </summary>
    private static bool IsAzureResource(Uri endpoint) =>
        endpoint.AbsolutePath == "/" && Array.Exists(AzureHosts, host => endpoint.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase));

    // White space around a setting is trimmed.
    private static string Prefix(string? set) => set is null ? "" : set + " ";

    /// <summary>Returns a text without the key, because settings may be written anywhere.</summary>
    public override string ToString() => $"ModelSettings {{ Endpoint = {Endpoint}, Name = {Name}, EmbeddingName = {EmbeddingName} }}";
}
