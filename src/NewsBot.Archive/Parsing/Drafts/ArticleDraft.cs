using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>
/// Represents an article as a format describes it, in the format's own terms; <see cref="DraftFinisher"/> turns it into an article.
/// </summary>
internal sealed record ArticleDraft
{
    /// <summary>Gets the article's own name within a file of several; null: it has the file's.</summary>
    public string? Source { get; init; }

    public string? Headline { get; init; }

    public string? Text { get; init; }

    /// <summary>Gets the date, in any spelling.</summary>
    public string? Published { get; init; }

    /// <summary>Gets the date to use where <see cref="Published"/> is not a date.</summary>
    public string? OtherwisePublished { get; init; }

    public string? Author { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string? Section { get; init; }

    public string? Language { get; init; }

    public ArticleState State { get; init; }

    /// <summary>Gets the end of the embargo, a date in any spelling; anything else is a reason to reject the article.</summary>
    public string? Embargo { get; init; }

    /// <summary>Gets a value indicating whether it must not be used until further notice.</summary>
    public bool IsWithheld { get; init; }

    public string? Version { get; init; }

    public string? ItemId { get; init; }

    public string? Replaces { get; init; }

    public string? Note { get; init; }
}
