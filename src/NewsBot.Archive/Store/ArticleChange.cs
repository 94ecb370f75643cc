using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Store;

/// <summary>Represents the latest change of one article.</summary>
/// <param name="Change">Grows with every change of the archive.</param>
/// <param name="Id">The article's id.</param>
/// <param name="Article">The article as it is now; null when it was removed.</param>
public sealed record ArticleChange(long Change, long Id, Article? Article);
