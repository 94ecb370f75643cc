namespace NewsBot.Search.Vectors;

/// <summary>Represents a passage whose vector is near that of a query.</summary>
/// <param name="Document">The document's key.</param>
/// <param name="Passage">The passage's number within the document, from 0.</param>
/// <param name="Print">The print of the vector's text: the caller checks that the passage still has that text.</param>
/// <param name="Cosine">The cosine of the angle between the two, up to the rounding of quantised numbers.</param>
public readonly record struct VectorHit(long Document, int Passage, TextPrint Print, double Cosine);
