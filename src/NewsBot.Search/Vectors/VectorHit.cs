namespace NewsBot.Search.Vectors;

/// <summary>A passage whose vector is near to that of a query.</summary>
/// <param name="Document">The document's key.</param>
/// <param name="Passage">The passage's number within the document, from 0.</param>
/// <param name="Print">Of the text that the vector is of: the caller checks that it is still what stands there.</param>
/// <param name="Cosine">Of the angle between the two, up to the rounding of quantised numbers.</param>
public readonly record struct VectorHit(long Document, int Passage, TextPrint Print, double Cosine);
