namespace NewsBot.Search.Index.Segments;

/// <summary>Represents a line of a segment's term table.</summary>
/// <param name="Passages">The number of passages with the term, including those of removed documents; 1 or more.</param>
/// <param name="Postings">The first byte of the term's postings.</param>
internal readonly record struct TermLine(int Passages, int Postings);
