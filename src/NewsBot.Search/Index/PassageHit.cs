namespace NewsBot.Search.Index;

/// <summary>Represents a passage that matches a query.</summary>
/// <param name="Document">The document's key.</param>
/// <param name="Passage">The passage's number within the document, from 0.</param>
/// <param name="Score">Higher is better; above 0; comparable only within one search.</param>
public readonly record struct PassageHit(long Document, int Passage, double Score);
