
using NewsBot.Archive.Articles;

namespace NewsBot.Wire;

/// <summary>An article of the archive.</summary>
internal sealed record ArticleJson
{
    /// <summary>The file or URL that the article came from.</summary>
    public required string Source { get; init; }

    /// <summary>Never empty.</summary>
    public required string Headline { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>The body, which citations quote by UTF-16 offset.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it, or null.</summary>
    public required string? Author { get; init; }

    /// <summary>Who published it, or null.</summary>
    public required string? Outlet { get; init; }

    /// <summary>Where it can be read on the web, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>The section of the paper, or null.</summary>
    public required string? Section { get; init; }

    /// <summary>BCP 47 language tag, or null.</summary>
    public required string? Language { get; init; }

    /// <summary>Maps an article.</summary>
    public static ArticleJson From(Article article) => new()
    {
        Source = article.Source,
        Headline = article.Headline,
        Published = article.PublishedOn,
        Text = article.Text,
        Author = article.Author,
        Outlet = article.Outlet,
        Url = article.Url,
        Section = article.Section,
        Language = article.Language,
    };
}
