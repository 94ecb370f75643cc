using NewsBot.Search.Index;

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
    public static JudgedCollection Read(string folder) =>
        new()
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
            Articles = JsonLines.ReadFile<Article>(Path.Combine(folder, "articles.jsonl")),
            Queries = JsonLines.ReadFile<JudgedQuery>(Path.Combine(folder, "queries.jsonl")),
        };

    /// <summary>The collections in the folders of a folder, in the order of their names.</summary>
    public static List<JudgedCollection> ReadAll(string folder) =>
        [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The articles for an index, in passages of at most 900 characters; keys count from 0.</summary>
    public IEnumerable<IndexDocument> Documents() =>
        Articles.Select(
            (article, number) =>
                new IndexDocument
                {
                    Key = number,
                    Source = article.Source,
                    Headline = article.Headline ?? "",
                    Passages = PassageCutter.Cut(article.Text, 900),
                }
        );

    /// <summary>A line of articles.jsonl.</summary>
    internal sealed record Article(string Source, string? Headline, string Text);

    /// <summary>A line of queries.jsonl.</summary>
    internal sealed record JudgedQuery(string Id, string Query, IReadOnlyList<string> Relevant);
}
