using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Writing;

/// <summary>Represents an article with what its names are made from.</summary>
/// <param name="Id">The id.</param>
/// <param name="Article">The article; its text is not needed.</param>
/// <param name="EarlierOf">The source whose earlier content it is; null: it is the current content of its source.</param>
internal readonly record struct NamedArticle(long Id, Article Article, string? EarlierOf);
