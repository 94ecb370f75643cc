namespace NewsBot.Search.Analysis;

/// <summary>Takes one token of a text. See <see cref="Token"/> for what is in it.</summary>
/// <param name="start">Where the word begins, in UTF-16 code units.</param>
/// <param name="length">How long the word is, in UTF-16 code units.</param>
/// <param name="term">The term; only until the call returns.</param>
/// <param name="isStopWord">Whether it is a stop word.</param>
/// <returns>Whether the next one is wanted.</returns>
public delegate bool TermVisitor(int start, int length, ReadOnlySpan<char> term, bool isStopWord);
