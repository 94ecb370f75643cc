namespace NewsBot.Archive.Indexing;

/// <summary>Reports what a check of the archive found.</summary>
/// <param name="Articles">Articles in the store.</param>
/// <param name="Passages">Excerpts that a search can find.</param>
/// <param name="Problems">What is wrong, a sentence each that also says what to do; empty when all is well.</param>
public sealed record CheckReport(int Articles, int Passages, IReadOnlyList<string> Problems);
