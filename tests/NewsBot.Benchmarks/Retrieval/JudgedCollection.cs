namespace NewsBot.Benchmarks.Retrieval;

/// <summary>Articles, queries, and which articles are relevant to which query.</summary>
internal sealed record JudgedCollection
{
    /// <summary>The folder's name.</summary>
    public required string Name { get; init; }

    /// <summary>All articles of the collection.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>All queries of the collection.</summary>
    public required IReadOnlyList<JudgedQuery> Queries { get; init; }

    /// <summary>Reads articles.jsonl and queries.jsonl of a folder.</summary>
    public static JudgedCollection Read(string folder) => new()
    {
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
        Articles = JsonLines.ReadFile<Article>(Path.Combine(folder, "articles.jsonl")),
        Queries = JsonLines.ReadFile<JudgedQuery>(Path.Combine(folder, "queries.jsonl")),
    };

    /// <summary>A line of articles.jsonl.</summary>
    internal sealed record Article(string Source, string? Headline, string Text);

    /// <summary>A line of queries.jsonl.</summary>
    internal sealed record JudgedQuery(string Id, string Query, IReadOnlyList<string> Relevant);
}
