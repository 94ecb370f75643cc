using NewsBot.Archive.Store;
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
        LiteDb? store = null;
        AddLiteDb(ref store);
        Store = store;
        DiscordNet? discord = null;
        AddDiscordNet(ref discord);
        Discord = discord;
        BotFramework? teams = null;
        AddBotFramework(ref teams);
        Teams = teams;
    }

    /// <summary>The store on LiteDB; null in builds without it.</summary>
    public static LiteDb? Store { get; }

    /// <summary>Discord.Net; null in builds without it.</summary>
    public static DiscordNet? Discord { get; }

    /// <summary>The Teams transport on the Bot Framework SDK; null in builds without it.</summary>
    public static BotFramework? Teams { get; }

    static partial void AddLiteDb(ref LiteDb? store);

    static partial void AddDiscordNet(ref DiscordNet? discord);

    static partial void AddBotFramework(ref BotFramework? teams);

    /// <summary>The store on LiteDB.</summary>
    /// <param name="Library">Name and version of the library.</param>
    /// <param name="OpenAsync">Opens the store of a file.</param>
    internal sealed record LiteDb(string Library, Func<string, CancellationToken, Task<IArticleStore>> OpenAsync);

    /// <summary>Discord.Net.</summary>
    /// <param name="Library">Name and version of the library.</param>
    /// <param name="Transport">Carries the traffic with Discord.</param>
    internal sealed record DiscordNet(string Library, DiscordTransport Transport);

    /// <summary>The Teams transport on the Bot Framework SDK.</summary>
    /// <param name="Library">Name and version of the library.</param>
    /// <param name="AddTo">Adds it to a host.</param>
    internal sealed record BotFramework(string Library, Action<IServiceCollection> AddTo);
}
