namespace NewsBot.Settings;

/// <summary>What runs the conversation with a model.</summary>
internal enum ModelOrchestrator
{
    /// <summary>NewsBot itself.</summary>
    NewsBot,

    /// <summary>An agent of Semantic Kernel, in builds with that bridge.</summary>
    SemanticKernel,
}
