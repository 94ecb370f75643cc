using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents a story of the day. Immutable.</summary>
public sealed record DigestStory
{
    /// <summary>Gets the headline of the article that best says what the others say.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the names of the outlets, most reports first; an article without an outlet is listed by its source.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>Gets the number of the day's reports, copies included.</summary>
    public required int Articles { get; init; }

    /// <summary>Gets the number of these reports that repeat another almost word for word.</summary>
    public required int Copies { get; init; }

    /// <summary>Gets the day of the first report (UTC).</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the number of reports from earlier days.</summary>
    public required int EarlierArticles { get; init; }

    /// <summary>Gets the key sentences, at most three, from different outlets where there are several.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Gets what no earlier report says, at most two sentences; empty for a story that began today.</summary>
    public required IReadOnlyList<Statement> New { get; init; }

    /// <summary>Gets what the sources disagree on.</summary>
    public required IReadOnlyList<DigestDisagreement> Disagreements { get; init; }

    /// <summary>Gets the articles of the day.</summary>
    public required IReadOnlyList<DigestSource> Sources { get; init; }

    /// <summary>Gets the article of the headline; null for a story without articles.</summary>
    public DigestSource? Lead =>
        Sources.FirstOrDefault(source => source.Headline == Headline) ?? (Sources is [var first, ..] ? first : null);

    /// <summary>Gets the numbers of the citations of all its statements, in order, each once.</summary>
    public IReadOnlyList<int> Cited =>
        [
            .. Statements
                .Concat(New)
                .Concat(Disagreements.SelectMany(disagreement => new[] { disagreement.One, disagreement.Other }))
                .SelectMany(statement => statement.Citations)
                .Distinct()
                .Order(),
        ];
}
