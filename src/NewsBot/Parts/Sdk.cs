using Microsoft.Extensions.AI;

namespace NewsBot.Parts;

/// <summary>
/// What the bridges to other libraries bring into this build. Each has a file of its own here, which is compiled only with its bridge
/// (<c>-p:Sdks=…</c>) and implements its method; without it the call is not compiled either, and the default part is the only one.
/// </summary>
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
