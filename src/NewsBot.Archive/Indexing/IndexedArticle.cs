namespace NewsBot.Archive.Indexing;

/// <summary>Represents an article's entry in the index.</summary>
/// <param name="Change">The change that wrote the version; its key in the index.</param>
/// <param name="Passages">The number of its joined passages, 1 or more: an article without any is not in the index.</param>
internal readonly record struct IndexedArticle(long Change, int Passages);
