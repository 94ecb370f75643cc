namespace NewsBot.Archive.Store;

/// <summary>
/// Tells of changes as they are committed, by this process or another. Implemented by stores that can; of the others a follower learns
/// by asking for <see cref="IArticleStore.LastChangeAsync"/> from time to time, as it must in any case: a notice may be lost.
/// </summary>
public interface IChangeNotices
{
    /// <summary>
    /// Returns a task that completes at the next change; also where one may have been missed. Thread-safe, and never fails: while the
    /// store cannot be reached, it does not complete.
    /// </summary>
    Task NextAsync();
}
