namespace NewsBot.Semantics.Network;

/// <summary>Two texts and their context in one sequence, as the network reads them; the three arrays are of one length.</summary>
/// <param name="Tokens">Numbers of the vocabulary's pieces.</param>
/// <param name="Segments">Which text a token belongs to: 0 the first, 1 the second, 2 and 3 their context.</param>
/// <param name="Marks">1 where both texts hold the word, 2 where only the context holds a word of the first text, else 0.</param>
internal sealed record PackedPair(long[] Tokens, long[] Segments, long[] Marks);
