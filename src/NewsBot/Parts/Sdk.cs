using Microsoft.Extensions.AI;
using NewsBot.Discord;

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
        DiscordNet? discord = null;
        AddDiscordNet(ref discord);
        Discord = discord;
    }

    /// <summary>The agent of Semantic Kernel; null in builds without it.</summary>
    public static SemanticKernel? Agent { get; }

    /// <summary>Discord.Net; null in builds without it.</summary>
    public static DiscordNet? Discord { get; }

    static partial void AddSemanticKernel(ref SemanticKernel? agent);

    static partial void AddDiscordNet(ref DiscordNet? discord);

    /// <summary>An agent of Semantic Kernel.</summary>
    /// <param name="Library">Name and version of the library.</param>
    /// <param name="Around">Puts the agent in front of a model.</param>
    internal sealed record SemanticKernel(string Library, Func<IChatClient, IChatClient> Around);

    /// <summary>Discord.Net.</summary>
    /// <param name="Library">Name and version of the library.</param>
    /// <param name="Transport">Carries the traffic with Discord.</param>
    internal sealed record DiscordNet(string Library, DiscordTransport Transport);
}
