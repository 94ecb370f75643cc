namespace NewsBot.Archive.Indexing;

/// <summary>What the index holds of an article.</summary>
/// <param name="Change">The change that wrote the version; its key in the index.</param>
/// <param name="Passages">Number of its excerpts, 1 or more: an article without any is not in the index.</param>
internal readonly record struct IndexedArticle(long Change, int Passages);
