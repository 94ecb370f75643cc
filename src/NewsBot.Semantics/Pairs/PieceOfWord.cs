namespace NewsBot.Semantics.Pairs;

/// <summary>Represents one token of a text.</summary>
/// <param name="Token">The token's number in the vocabulary.</param>
/// <param name="Stem">The stem of the word it belongs to; null for common words, punctuation and pieces missing from the
/// vocabulary.</param>
internal readonly record struct PieceOfWord(long Token, string? Stem);
