namespace NewsBot.Search.Analysis;

/// <summary>Receives one token of a text. See <see cref="Token"/> for its contents.</summary>
/// <param name="start">The start of the word, in UTF-16 code units.</param>
/// <param name="length">The length of the word, in UTF-16 code units.</param>
/// <param name="term">The term; valid only until the call returns.</param>
/// <param name="isStopWord">Whether it is a stop word.</param>
/// <returns>Whether to continue with the next token.</returns>
public delegate bool TermVisitor(int start, int length, ReadOnlySpan<char> term, bool isStopWord);
