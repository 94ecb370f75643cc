using NewsBot.Archive.Store;

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
    }

    /// <summary>The store on LiteDB; null in builds without it.</summary>
    public static LiteDb? Store { get; }

    static partial void AddLiteDb(ref LiteDb? store);

    /// <summary>The store on LiteDB.</summary>
    /// <param name="Library">Name and version of the library.</param>
    /// <param name="OpenAsync">Opens the store of a file.</param>
    internal sealed record LiteDb(string Library, Func<string, CancellationToken, Task<IArticleStore>> OpenAsync);
}
