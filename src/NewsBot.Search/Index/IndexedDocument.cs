namespace NewsBot.Search.Index;

/// <summary>Represents a document in the index.</summary>
/// <param name="Key">As <see cref="IndexDocument.Key"/>.</param>
/// <param name="Owner">As <see cref="IndexDocument.Owner"/>.</param>
/// <param name="Passages">The number of its passages; 1 or more.</param>
public readonly record struct IndexedDocument(long Key, long Owner, int Passages);
