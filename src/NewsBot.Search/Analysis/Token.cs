namespace NewsBot.Search.Analysis;

/// <summary>Represents a word of a text for search.</summary>
/// <param name="Start">The first UTF-16 code unit of the word in the text.</param>
/// <param name="Length">The number of UTF-16 code units in the text; 1 or more.</param>
/// <param name="Term">The word folded and stemmed; never empty. Two words match when their terms are ordinally equal.</param>
/// <param name="IsStopWord">
/// Whether the word has a purely grammatical function ("the", "was") and says nothing about the subject of a text.
/// </param>
public readonly record struct Token(int Start, int Length, string Term, bool IsStopWord)
{
    /// <summary>Gets the offset after the word's last UTF-16 code unit.</summary>
    public int End => Start + Length;
}
