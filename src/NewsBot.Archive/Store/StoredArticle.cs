using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Store;

/// <summary>Represents an article as stored.</summary>
/// <param name="Id">Assigned by the store when the source is first put; kept when the article is replaced; never assigned again.</param>
/// <param name="Change">The number of the change that wrote this version.</param>
/// <param name="Article">The article.</param>
public sealed record StoredArticle(long Id, long Change, Article Article)
{
    /// <summary>Gets its place among the versions of its item.</summary>
    public ArticleStanding Standing { get; init; } = ArticleStanding.Alone;
}
