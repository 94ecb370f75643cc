namespace NewsBot.Archive.Writing;

/// <summary>Represents what a write needs of an article that is already stored.</summary>
/// <param name="Id">The id.</param>
/// <param name="Hash">The hash of all its fields.</param>
/// <param name="Folder">The folder that it belongs to, if any.</param>
internal readonly record struct KnownArticle(long Id, byte[] Hash, string? Folder);
