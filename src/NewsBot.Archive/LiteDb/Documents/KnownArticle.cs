namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>What a write has to know of an article that is there.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Hash">Of all its fields.</param>
/// <param name="Folder">The folder that it belongs to, if any.</param>
internal readonly record struct KnownArticle(long Id, byte[] Hash, string? Folder);
