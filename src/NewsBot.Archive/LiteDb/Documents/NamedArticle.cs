using NewsBot.Archive.Articles;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>An article with what its names are made of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Article">Its text is not needed.</param>
/// <param name="EarlierOf">The source whose earlier content it is; null: it is the content of its source.</param>
internal readonly record struct NamedArticle(long Id, Article Article, string? EarlierOf);
