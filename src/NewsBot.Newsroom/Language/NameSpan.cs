namespace NewsBot.Newsroom.Language;

/// <summary>A proper name in a text: the words from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct NameSpan(int Start, int End)
{
    public int Length => End - Start;
}
