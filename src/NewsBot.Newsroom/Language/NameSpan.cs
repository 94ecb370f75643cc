namespace NewsBot.Newsroom.Language;

/// <summary>
/// Represents a proper name in a text: the words from <paramref name="Start"/> up to but not including <paramref name="End"/>.
/// </summary>
internal readonly record struct NameSpan(int Start, int End)
{
    /// <summary>Gets the number of words.</summary>
    public int Length => End - Start;
}
