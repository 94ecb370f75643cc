namespace NewsBot.Search.Analysis;

/// <summary>Represents a word's place in a text.</summary>
/// <param name="Start">The first UTF-16 code unit.</param>
/// <param name="Length">The number of UTF-16 code units; 1 or more.</param>
public readonly record struct Word(int Start, int Length)
{
    /// <summary>Gets the offset after the last UTF-16 code unit.</summary>
    public int End => Start + Length;
}
