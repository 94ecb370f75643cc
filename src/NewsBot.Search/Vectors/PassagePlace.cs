namespace NewsBot.Search.Vectors;

/// <summary>Represents a passage of a document, and the text that it has.</summary>
/// <param name="Document">The document's key.</param>
/// <param name="Passage">The passage's number within the document, from 0.</param>
/// <param name="Published">The document's day of publication (UTC); null when unknown.</param>
/// <param name="Print">The print of the text that the vector is made from.</param>
public readonly record struct PassagePlace(long Document, int Passage, DateOnly? Published, TextPrint Print);
