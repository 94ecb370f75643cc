namespace NewsBot.Semantics.Pairs;

/// <summary>One token of a text.</summary>
/// <param name="Token">Its number in the vocabulary.</param>
/// <param name="Stem">The stem of its word; null for common words, punctuation and what the vocabulary does not know.</param>
internal readonly record struct PieceOfWord(long Token, string? Stem);
