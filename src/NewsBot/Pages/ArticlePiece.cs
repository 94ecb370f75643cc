using NewsBot.Archive.Passages;

namespace NewsBot.Pages;

/// <summary>Represents a part of a paragraph.</summary>
/// <param name="Range">The range in the article's text.</param>
/// <param name="IsSentence">False: the white space between sentences.</param>
public sealed record ArticlePiece(TextRange Range, bool IsSentence);
