namespace NewsBot.Newsroom.Models;

/// <summary>Which model may write answers, and how much of it. Immutable.</summary>
public sealed record ModelOptions
{
    /// <summary>Whose API the endpoint speaks.</summary>
    public ModelProvider Provider { get; init; }

    /// <summary>Base address, such as <c>http://127.0.0.1:11434/v1</c>, or of an Azure OpenAI resource, such as <c>https://name.openai.azure.com</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Null for endpoints that ask for none. Never logged.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Name} at {Endpoint}";

    /// <summary>The model's name, at Azure OpenAI the deployment's; shown as the answer's composer.</summary>
    public required string Name { get; init; }

    /// <summary>The longest that a person waits for the model, over all rounds; then the extractive answer comes. Default 8 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How often the model may ask for more passages within one answer. Default 3.</summary>
    public int MaxSearches { get; init; } = 3;

    /// <summary>Tokens that the model may write in one round. Default 800.</summary>
    public int MaxOutputTokens { get; init; } = 800;

    /// <summary>Tokens, read and written, after which an answer begins no further round. Default 16,000.</summary>
    public long TokensPerAnswer { get; init; } = 16_000;

    /// <summary>Tokens of one day (UTC) over all desks; then answers are extractive until the next. Default 2 million.</summary>
    public long TokensPerDay { get; init; } = 2_000_000;

    /// <summary>Tokens of one desk and day (UTC). Default 500,000.</summary>
    public long TokensPerDeskAndDay { get; init; } = 500_000;

    /// <summary>Time that one desk may spend waiting for the model in one day (UTC). Default 4 hours.</summary>
    public TimeSpan WaitPerDeskAndDay { get; init; } = TimeSpan.FromHours(4);
}
