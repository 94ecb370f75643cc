using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Wire;

/// <summary>A story of a digest.</summary>
internal sealed record DigestStoryJson
{
    /// <summary>Of the article that says best what the others say.</summary>
    public required string Headline { get; init; }

    /// <summary>Names, most reports first.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>Reports of the day, copies included.</summary>
    public required int Articles { get; init; }

    /// <summary>How many of these repeat another one.</summary>
    public required int Copies { get; init; }

    /// <summary>Reports of earlier days.</summary>
    public required int EarlierArticles { get; init; }

    /// <summary>Day of the first report.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Key sentences.</summary>
    public required IReadOnlyList<StatementJson> Statements { get; init; }

    /// <summary>What no earlier report has.</summary>
    public required IReadOnlyList<StatementJson> NewSinceYesterday { get; init; }

    /// <summary>What sources contradict each other on.</summary>
    public required IReadOnlyList<DigestDisagreementJson> Disagreements { get; init; }

    /// <summary>One for each report of the day.</summary>
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
            Statements = [.. story.Statements.Select(From)],
            NewSinceYesterday = [.. story.New.Select(From)],
            Disagreements =
            [
                .. story.Disagreements.Select(one => new DigestDisagreementJson(
                    one.Kind == DisagreementKind.Denial ? "denial" : "number",
                    [From(one.One), From(one.Other)]
                )),
            ],
            Sources =
            [
                .. story.Sources.Select(source => new DigestSourceJson(
                    source.Source,
                    source.Outlet,
                    source.Headline,
                    source.Published,
                    source.Link,
                    source.IsCopy
                )),
            ],
        };

    private static StatementJson From(Statement statement) => new(statement.Text, statement.Citations);
}
