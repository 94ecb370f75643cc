using NewsBot.Search.Index;

namespace NewsBot.Wire;

/// <summary>What the score of a passage is made of; terms and signs add up to it.</summary>
/// <param name="Terms">The query's terms that the index knows.</param>
/// <param name="Signs">What the other signs add, by name.</param>
internal sealed record ExplanationJson(IReadOnlyList<TermJson> Terms, IReadOnlyDictionary<string, double> Signs)
{
    /// <summary>Maps an explanation.</summary>
    public static ExplanationJson From(PassageExplanation explanation) =>
        new(
            [.. explanation.Terms.Select(TermJson.From)],
            explanation.Signs.ToDictionary(sign => sign.Key, sign => Math.Round(sign.Value, 4))
        );
}
