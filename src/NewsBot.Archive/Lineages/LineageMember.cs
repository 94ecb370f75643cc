using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Lineages;

/// <summary>Represents a version of an item while its place among the others is decided.</summary>
/// <param name="Id">The store's id.</param>
/// <param name="Article">The version.</param>
/// <param name="EarlierOf">The source whose earlier content this is; null: it is the current content of its source.</param>
/// <param name="Arrived">The number of the change that brought its content.</param>
/// <param name="Standing">The standing last decided.</param>
internal sealed record LineageMember(long Id, Article Article, string? EarlierOf, long Arrived, ArticleStanding Standing)
{
    /// <summary>Gets the source shared by all its contents.</summary>
    public string Base => EarlierOf ?? Article.Source;
}
