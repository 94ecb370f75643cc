using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>What a format says about an article, in the format's own words; <see cref="DraftFinisher"/> makes an article of it.</summary>
internal sealed record ArticleDraft
{
    /// <summary>The article's own name within a file of several; null: it has the file's.</summary>
    public string? Source { get; init; }

    public string? Headline { get; init; }

    public string? Text { get; init; }

    /// <summary>A date in any spelling.</summary>
    public string? Published { get; init; }

    /// <summary>Used where <see cref="Published"/> is not a date.</summary>
    public string? OtherwisePublished { get; init; }

    public string? Author { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string? Section { get; init; }

    public string? Language { get; init; }

    public ArticleState State { get; init; }

    /// <summary>A date in any spelling; what is not one is a reason to reject the article.</summary>
    public string? Embargo { get; init; }

    /// <summary>Whether it must not be used until further notice.</summary>
    public bool IsWithheld { get; init; }

    public string? Version { get; init; }

    public string? ItemId { get; init; }

    public string? Replaces { get; init; }

    public string? Note { get; init; }
}
