using NewsBot.Newsroom.Digests;

namespace NewsBot.Wire;

/// <summary>Represents a story of a digest.</summary>
internal sealed record DigestStoryJson
{
    /// <summary>Gets the headline of the most representative article.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the names, those in most articles first.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>Gets the number of articles of the day, copies included.</summary>
    public required int Articles { get; init; }

    /// <summary>Gets how many of these repeat another one.</summary>
    public required int Copies { get; init; }

    /// <summary>Gets the number of articles of earlier days.</summary>
    public required int EarlierArticles { get; init; }

    /// <summary>Gets the day of the first article.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the key sentences.</summary>
    public required IReadOnlyList<StatementJson> Statements { get; init; }

    /// <summary>Gets the statements that no earlier article contains.</summary>
    public required IReadOnlyList<StatementJson> NewSinceYesterday { get; init; }

    /// <summary>Gets the points on which sources disagree.</summary>
    public required IReadOnlyList<DigestDisagreementJson> Disagreements { get; init; }

    /// <summary>Gets the articles of the day.</summary>
    public required IReadOnlyList<DigestSourceJson> Sources { get; init; }

    /// <summary>Maps a story.</summary>
    public static DigestStoryJson From(DigestStory story) =>
        new()
        {
            Headline = story.Headline,
            Outlets = story.Outlets,
            Articles = story.Articles,
            Copies = story.Copies,
            EarlierArticles = story.EarlierArticles,
            First = story.First,
            Statements = [.. story.Statements.Select(StatementJson.From)],
            NewSinceYesterday = [.. story.New.Select(StatementJson.From)],
            Disagreements =
            [
                .. story.Disagreements.Select(one => new DigestDisagreementJson(
                    one.Kind == DisagreementKind.Denial ? "denial" : "number",
                    [StatementJson.From(one.One), StatementJson.From(one.Other)]
                )),
            ],
            Sources = [.. story.Sources.Select(DigestSourceJson.From)],
        };
}
