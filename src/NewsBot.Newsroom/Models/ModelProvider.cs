namespace NewsBot.Newsroom.Models;

/// <summary>Whose API an endpoint speaks.</summary>
public enum ModelProvider
{
    /// <summary>OpenAI's, or one that is compatible: Ollama, LM Studio, vLLM.</summary>
    OpenAI,

    /// <summary>Azure OpenAI's: deployments under the resource's address.</summary>
    AzureOpenAI,
}
