namespace NewsBot.Archive.Passages;

/// <summary>Represents a part of a text, in UTF-16 code units.</summary>
/// <param name="Start">The first code unit, from 0.</param>
/// <param name="End">One past the last code unit; not before <paramref name="Start"/>.</param>
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>Gets the number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Returns this part of <paramref name="text"/>.</summary>
    public string In(string text) => text[Start..End];
}
