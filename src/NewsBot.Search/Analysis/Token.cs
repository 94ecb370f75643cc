namespace NewsBot.Search.Analysis;

/// <summary>A word of a text as search sees it.</summary>
/// <param name="Start">First UTF-16 code unit of the word in the text.</param>
/// <param name="Length">Number of UTF-16 code units in the text; 1 or more.</param>
/// <param name="Term">The word folded and stemmed; never empty. Two words match when their terms are equal by ordinal.</param>
/// <param name="IsStopWord">The word has a grammatical function only ("the", "was"): it tells nothing about what a text is about.</param>
public readonly record struct Token(int Start, int Length, string Term, bool IsStopWord)
{
    /// <summary>The UTF-16 code unit after the word's last one.</summary>
    public int End => Start + Length;
}
