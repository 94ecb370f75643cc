using NewsBot.Bridges.LiteDb;

namespace NewsBot.Parts;

/// <content>Compiled with <c>-p:Sdks=LiteDb</c>.</content>
internal static partial class Sdk
{
    static partial void AddLiteDb(ref LiteDb? store) => store = new LiteDb(
        $"LiteDB {typeof(LiteDB.LiteDatabase).Assembly.GetName().Version?.ToString(3)}",
        async (path, cancellationToken) => await LiteDbArticleStore.OpenAsync(path, cancellationToken));
}
