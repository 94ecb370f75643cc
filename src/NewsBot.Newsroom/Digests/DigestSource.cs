using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents an article of a story. Immutable.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Outlet">The outlet, as the digest names it.</param>
/// <param name="Headline">The article's headline.</param>
/// <param name="Published">The day of publication (UTC); null when unknown.</param>
/// <param name="Link">The link to the article's page.</param>
/// <param name="IsCopy">Whether it repeats another article almost word for word.</param>
public sealed record DigestSource(string Source, string Outlet, string Headline, DateOnly? Published, string Link, bool IsCopy)
{
    /// <summary>Returns an article as a digest names it.</summary>
    internal static DigestSource Of(Article article, ArticleLinks links, bool isCopy) =>
        new(article.Source, OutletName.Of(article), Headlines.Of(article), article.PublishedOn, links.To(article.Source), isCopy);
}
