namespace NewsBot.Newsroom.Models;

/// <summary>Specifies the kind of API at an endpoint.</summary>
public enum ModelProvider
{
    /// <summary>OpenAI or a compatible one: Ollama, LM Studio, vLLM.</summary>
    OpenAI,

    /// <summary>Azure OpenAI, with deployments under the resource's address.</summary>
    AzureOpenAI,
}
