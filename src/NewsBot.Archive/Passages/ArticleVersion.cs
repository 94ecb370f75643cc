using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Passages;

/// <summary>Represents a version of an item, and who may see it now.</summary>
/// <param name="Article">The version.</param>
/// <param name="Stage">Who may see it.</param>
public sealed record ArticleVersion(ArchivedArticle Article, ArticleStage Stage);
