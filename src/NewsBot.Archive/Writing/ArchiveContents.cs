using NewsBot.Archive.Store;

namespace NewsBot.Archive.Writing;

/// <summary>
/// Represents all rows of an archive as of one moment, to copy them into another database. Each list is read as it is passed.
/// </summary>
/// <param name="State">The archive's record of itself.</param>
/// <param name="Articles">The articles with their texts, by id.</param>
/// <param name="Removals">The ids of removed articles, with the numbers of those changes.</param>
/// <param name="Names">The names by which versions of items are found.</param>
/// <param name="Rulings">The rulings of staff, oldest first.</param>
internal sealed record ArchiveContents(
    ArchiveState State,
    IEnumerable<ArticleRow> Articles,
    IEnumerable<(long Id, long Change)> Removals,
    IEnumerable<SharedName> Names,
    IEnumerable<Ruling> Rulings
);
