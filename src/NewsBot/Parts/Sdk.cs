using Microsoft.Extensions.AI;

namespace NewsBot.Parts;

/// <summary>What <c>-p:Sdks=SemanticKernel</c> brings into this build.</summary>
internal static partial class Sdk
{
    static Sdk()
    {
        SemanticKernel? agent = null;
        AddSemanticKernel(ref agent);
        Agent = agent;
    }

    /// <summary>The agent of Semantic Kernel; null in builds without it.</summary>
    public static SemanticKernel? Agent { get; }

    static partial void AddSemanticKernel(ref SemanticKernel? agent);

    /// <summary>An agent of Semantic Kernel.</summary>
    /// <param name="Library">Name and version of the library.</param>
    /// <param name="Around">Puts the agent in front of a model.</param>
    internal sealed record SemanticKernel(string Library, Func<IChatClient, IChatClient> Around);
}
