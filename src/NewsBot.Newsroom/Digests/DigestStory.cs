using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Digests;

/// <summary>A story of the day. Immutable.</summary>
public sealed record DigestStory
{
    /// <summary>The headline of the article that says best what the others say.</summary>
    public required string Headline { get; init; }

    /// <summary>Names of the outlets, most reports first; an article without one stands for itself by its source.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>Reports of the day, copies included.</summary>
    public required int Articles { get; init; }

    /// <summary>How many of these repeat another one almost word for word.</summary>
    public required int Copies { get; init; }

    /// <summary>Day of the first report.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Reports of earlier days.</summary>
    public required int EarlierArticles { get; init; }

    /// <summary>Key sentences, at most three, from different outlets where there are several.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>What no earlier report has, at most two; empty for a story that began today.</summary>
    public required IReadOnlyList<Statement> New { get; init; }

    /// <summary>What sources contradict each other on.</summary>
    public required IReadOnlyList<DigestDisagreement> Disagreements { get; init; }

    /// <summary>One for each article of the day.</summary>
    public required IReadOnlyList<DigestSource> Sources { get; init; }

    /// <summary>Gets the numbers of the citations of all its statements, in order, each once.</summary>
    public IReadOnlyList<int> Cited =>
    [
        .. Statements.Concat(New).Concat(Disagreements.SelectMany(disagreement => new[] { disagreement.One, disagreement.Other }))
            .SelectMany(statement => statement.Citations).Distinct().Order(),
    ];
}
