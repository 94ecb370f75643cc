namespace NewsBot.Newsroom.Models;

/// <summary>Which model makes the vectors of passages and questions. Immutable.</summary>
public sealed record EmbeddingOptions
{
    /// <summary>Whose API the endpoint speaks.</summary>
    public ModelProvider Provider { get; init; }

    /// <summary>Base address, such as <c>http://127.0.0.1:11434/v1</c>, or of an Azure OpenAI resource, such as <c>https://name.openai.azure.com</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Null for endpoints that ask for none. Never logged.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The model's name; at Azure OpenAI the deployment's.</summary>
    public required string Name { get; init; }

    /// <summary>Put before each question, for models that want to be told what a text is, such as "search_query: ". Default: nothing.</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>Put before each passage, such as "search_document: ". Passages are embedded anew when it changes. Default: nothing.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>The longest that a search waits for a question's vector; then it is by words alone. Default 1 s.</summary>
    public TimeSpan QueryPatience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest that the background waits for the vectors of a few dozen passages. Default 2 minutes.</summary>
    public TimeSpan PassagesPatience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Name} at {Endpoint}";
}
