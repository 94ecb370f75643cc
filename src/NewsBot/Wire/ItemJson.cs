using NewsBot.Archive.Passages;
using NewsBot.Archive.Store;

namespace NewsBot.Wire;

/// <summary>Represents all versions of an item, and the decisions of staff on it.</summary>
internal sealed record ItemJson(IReadOnlyList<ItemVersionJson> Versions, IReadOnlyList<RulingJson> Rulings)
{
    /// <summary>Maps an item.</summary>
    public static ItemJson From(IReadOnlyList<ArticleVersion> versions, IReadOnlyList<Ruling> rulings) =>
        new(
            [.. versions.Select(ItemVersionJson.From)],
            [
                .. rulings.Select(ruling => new RulingJson(
                    ruling.Kills ? "kill" : "restore",
                    ruling.Source,
                    ruling.At,
                    ruling.By,
                    ruling.Reason
                )),
            ]
        );
}
