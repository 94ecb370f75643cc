namespace NewsBot.Archive;

/// <summary>An article of the archive with its passages.</summary>
/// <param name="Id">The store's id.</param>
/// <param name="Article">The article.</param>
/// <param name="Passages">All its passages in order; a passage's number is its position here.</param>
public sealed record ArchivedArticle(long Id, Article Article, IReadOnlyList<Passage> Passages);
