using NewsBot.Search.Index;

namespace NewsBot.Wire;

/// <summary>Represents the parts of a passage's score; terms and signs add up to it.</summary>
/// <param name="Terms">The query's terms in the index.</param>
/// <param name="Signs">The contributions of the other features, by name.</param>
internal sealed record ExplanationJson(IReadOnlyList<TermJson> Terms, IReadOnlyDictionary<string, double> Signs)
{
    /// <summary>Maps an explanation.</summary>
    public static ExplanationJson From(PassageExplanation explanation) =>
        new(
            [.. explanation.Terms.Select(TermJson.From)],
            explanation.Signs.ToDictionary(sign => sign.Key, sign => Math.Round(sign.Value, 4))
        );
}
