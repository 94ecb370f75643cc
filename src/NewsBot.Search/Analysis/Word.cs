namespace NewsBot.Search.Analysis;

/// <summary>A word's place in a text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Length">Number of UTF-16 code units; 1 or more.</param>
public readonly record struct Word(int Start, int Length)
{
    /// <summary>The UTF-16 code unit after the last one.</summary>
    public int End => Start + Length;
}
