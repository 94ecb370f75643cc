namespace NewsBot.Archive.Indexing;

/// <summary>Represents how far the index is behind the store.</summary>
/// <param name="Changes">The number of new, replaced and removed articles that are stored but not indexed yet.</param>
/// <param name="Age">For how long the oldest of them has waited, at most; zero: none waits.</param>
/// <param name="Applied">The number of the newest change in the index.</param>
public readonly record struct IndexLag(long Changes, TimeSpan Age, long Applied);
