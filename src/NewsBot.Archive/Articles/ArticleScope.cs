namespace NewsBot.Archive.Articles;

/// <summary>Represents the articles that a search may find: those that its reader may see and asked for. Immutable.</summary>
public sealed record ArticleScope
{
    /// <summary>Represents the scope that contains every article.</summary>
    public static readonly ArticleScope Everything = new();

    /// <summary>Gets the limits that the reader asked for.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.None;

    /// <summary>Gets the articles that the reader may see; null for all.</summary>
    public ArticleSelection? Selection { get; init; }

    /// <summary>Gets a value indicating whether the outlet, section or source of an article matters.</summary>
    public bool LimitsPublishers => Selection is not null || Filter is not { Outlet: null, Section: null };

    /// <summary>Determines whether an article is in the scope.</summary>
    public bool Allows(Article article) => Selection?.Contains(article) != false && Filter.Allows(article);
}
