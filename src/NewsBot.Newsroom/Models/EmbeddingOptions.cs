namespace NewsBot.Newsroom.Models;

/// <summary>Represents the settings of the model that embeds passages and questions. Immutable.</summary>
public sealed record EmbeddingOptions
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

    /// <summary>Gets the name of the model; with Azure OpenAI, of the deployment.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the text before each question, for models that expect the kind of text to be named, such as "search_query: ". Default: nothing.
    /// </summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>
    /// Gets the text before each passage, such as "search_document: ". When it changes, passages are embedded again. Default: nothing.
    /// </summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>Gets how long a search waits for a question's vector before it goes by words alone. Default 1 s.</summary>
    public TimeSpan QueryPatience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets how long the background waits for the vectors of a few dozen passages. Default 2 minutes.</summary>
    public TimeSpan PassagesPatience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Returns the name and the endpoint, without the key.</summary>
    public override string ToString() => $"{Name} at {Endpoint}";
}
