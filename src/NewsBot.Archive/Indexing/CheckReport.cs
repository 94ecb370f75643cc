namespace NewsBot.Archive.Indexing;

/// <summary>Represents the findings of a check of the archive.</summary>
/// <param name="Articles">The number of articles in the store.</param>
/// <param name="Passages">The number of passages that a search can find.</param>
/// <param name="Problems">What is wrong, one sentence each, with the remedy; empty when all is well.</param>
public sealed record CheckReport(int Articles, int Passages, IReadOnlyList<string> Problems);
