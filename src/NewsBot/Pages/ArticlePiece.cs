using NewsBot.Archive.Passages;

namespace NewsBot.Pages;

/// <summary>A part of a paragraph.</summary>
/// <param name="Range">Where it stands in the article's text.</param>
/// <param name="IsSentence">False: the white space between sentences.</param>
public sealed record ArticlePiece(TextRange Range, bool IsSentence);
