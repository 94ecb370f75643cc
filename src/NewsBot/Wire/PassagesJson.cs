using NewsBot.Archive.Passages;

namespace NewsBot.Wire;

/// <summary>Represents the result of a search.</summary>
/// <param name="Passages">Best first.</param>
internal sealed record PassagesJson(IReadOnlyList<PassageJson> Passages)
{
    /// <summary>Maps passages with their explanations.</summary>
    public static PassagesJson From(IReadOnlyList<ExplainedPassage> passages) => new([.. passages.Select(PassageJson.From)]);

    /// <summary>Maps passages.</summary>
    public static PassagesJson From(IReadOnlyList<RetrievedPassage> passages) => new([.. passages.Select(PassageJson.From)]);
}
