using System.Text.Json.Serialization;
using NewsBot.Newsroom.Alerts;

namespace NewsBot.Wire;

/// <summary>Represents an article that an alert has found.</summary>
internal sealed record AlertArticleJson
{
    /// <summary>Gets the article's source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the outlet; omitted when it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Outlet { get; init; }

    /// <summary>Gets the time of publication (UTC), midnight where only the day is known; null when unknown.</summary>
    public required DateTimeOffset? Published { get; init; }

    /// <summary>Gets the article's page.</summary>
    public required string Link { get; init; }

    /// <summary>Gets the sentences that matched.</summary>
    public required IReadOnlyList<StatementJson> Statements { get; init; }

    /// <summary>Maps an article.</summary>
    public static AlertArticleJson From(AlertArticle article) =>
        new()
        {
            Source = article.Source,
            Headline = article.Headline,
            Outlet = article.Outlet,
            Published = article.Published,
            Link = article.Link,
            Statements = [.. article.Statements.Select(StatementJson.From)],
        };
}
