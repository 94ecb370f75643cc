namespace NewsBot.Newsroom.Models;

/// <summary>Represents the settings and limits of the language model that may write answers. Immutable.</summary>
public sealed record ModelOptions
{
    /// <summary>Gets the kind of API at the endpoint.</summary>
    public ModelProvider Provider { get; init; }

    /// <summary>
    /// Gets the base address, such as <c>http://127.0.0.1:11434/v1</c>, or of an Azure OpenAI resource, such as
    /// <c>https://name.openai.azure.com</c>.
    /// </summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Gets the key; null for endpoints that need none. Never logged.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Returns the name and the endpoint, without the key.</summary>
    public override string ToString() => $"{Name} at {Endpoint}";

    /// <summary>Gets the name of the model (with Azure OpenAI, of the deployment), shown as the answer's composer.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets how long a reader waits for the language model, over all rounds, before the extractive answer is shown. Default 8 s.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Gets how often the language model may call for more passages in one answer. Default 3.</summary>
    public int MaxSearches { get; init; } = 3;

    /// <summary>Gets the most tokens that the language model may write in one round. Default 800.</summary>
    public int MaxOutputTokens { get; init; } = 800;

    /// <summary>Gets the number of tokens, read and written, after which an answer begins no further round. Default 16,000.</summary>
    public long TokensPerAnswer { get; init; } = 16_000;

    /// <summary>
    /// Gets the tokens of one day (UTC) over all accounts; after them, answers are extractive until the next day. Default 2 million.
    /// </summary>
    public long TokensPerDay { get; init; } = 2_000_000;

    /// <summary>Gets the tokens of one account and day (UTC). Default 500,000.</summary>
    public long TokensPerAccountAndDay { get; init; } = 500_000;

    /// <summary>Gets how long one account may wait for the language model in one day (UTC). Default 4 hours.</summary>
    public TimeSpan WaitPerAccountAndDay { get; init; } = TimeSpan.FromHours(4);
}
