using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Store;

/// <summary>Represents an article with what the store knows of it.</summary>
/// <param name="Id">Given by the store when the source is first put; kept when the article is replaced; never given twice.</param>
/// <param name="Change">Number of the change that wrote this version.</param>
/// <param name="Article">The article.</param>
public sealed record StoredArticle(long Id, long Change, Article Article)
{
    /// <summary>Gets its place among the versions of its item.</summary>
    public ArticleStanding Standing { get; init; } = ArticleStanding.Alone;
}
