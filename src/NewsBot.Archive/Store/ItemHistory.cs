namespace NewsBot.Archive.Store;

/// <summary>All that is known of an item.</summary>
/// <param name="Versions">Its versions, the oldest first; withdrawing items stand where they came.</param>
/// <param name="Rulings">Decisions of staff, the oldest first.</param>
public sealed record ItemHistory(IReadOnlyList<StoredArticle> Versions, IReadOnlyList<Ruling> Rulings);
