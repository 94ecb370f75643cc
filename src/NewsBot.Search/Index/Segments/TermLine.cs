namespace NewsBot.Search.Index.Segments;

/// <summary>A line of a segment's term table.</summary>
/// <param name="Passages">Number of passages with the term, those of removed documents included; 1 or more.</param>
/// <param name="Postings">First byte of the term's postings.</param>
internal readonly record struct TermLine(int Passages, int Postings);
