using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Store;

/// <summary>Represents the latest change of one article. The lifting of an embargo by the clock is also a change.</summary>
/// <param name="Change">The number of the change; it grows with every change of the archive.</param>
/// <param name="Id">The article's id.</param>
/// <param name="Article">The article as it is now; null when it was removed.</param>
public sealed record ArticleChange(long Change, long Id, Article? Article)
{
    /// <summary>Gets its place among the versions of its item.</summary>
    public ArticleStanding Standing { get; init; } = ArticleStanding.Alone;

    /// <summary>
    /// Gets the number of the change since which readers see this text, headline and state. A change that shows them nothing new, such as
    /// another author or a newer version that is still under embargo, does not move it. Only for an article that readers may see.
    /// </summary>
    public long Shown { get; init; } = Change;

    /// <summary>Returns the article where every reader may see it at this time; otherwise null.</summary>
    public Article? CurrentAt(DateTimeOffset now) =>
        Article is not null && Standing.StageAt(Article, now) == ArticleStage.Current ? Article : null;
}
