namespace NewsBot.Archive.Store;

/// <summary>Represents all that is known of an item.</summary>
/// <param name="Versions">Its versions, oldest first, with withdrawing items in the order of arrival.</param>
/// <param name="Rulings">The rulings of staff, oldest first.</param>
public sealed record ItemHistory(IReadOnlyList<StoredArticle> Versions, IReadOnlyList<Ruling> Rulings);
