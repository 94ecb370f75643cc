namespace NewsBot.Semantics.Network;

/// <summary>
/// Represents two texts and their context as the single sequence that the network reads. All three arrays have the same length.
/// </summary>
/// <param name="Tokens">The pieces, by their numbers in the vocabulary.</param>
/// <param name="Segments">Which text a token belongs to: 0 the first, 1 the second, 2 and 3 their context.</param>
/// <param name="Marks">1 where both texts contain the word, 2 where only the context contains a word of the first text, otherwise
/// 0.</param>
internal sealed record PackedPair(long[] Tokens, long[] Segments, long[] Marks);
