using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Lineages;

/// <summary>A version of an item, as its place among the others is decided.</summary>
/// <param name="Id">The store's id.</param>
/// <param name="Article">The version.</param>
/// <param name="EarlierOf">The source whose earlier content this is; null: it is the content of its source.</param>
/// <param name="Arrived">Number of the change that brought its content.</param>
/// <param name="Standing">As it was decided last.</param>
internal sealed record LineageMember(long Id, Article Article, string? EarlierOf, long Arrived, ArticleStanding Standing)
{
    /// <summary>Gets the source that all contents of the source share.</summary>
    public string Base => EarlierOf ?? Article.Source;
}
