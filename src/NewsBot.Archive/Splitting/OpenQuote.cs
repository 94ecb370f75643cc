namespace NewsBot.Archive.Splitting;

/// <summary>Tracks whether a double quote is open while a text is read from its start.</summary>
/// <remarks>One level only, and “…” closes: newsrooms mix straight and curly quotes.</remarks>
internal struct OpenQuote(string text, int start)
{
    private int read;

    public bool IsOpen { get; private set; }

    /// <summary>Reads on up to <paramref name="end"/>; calls never go back.</summary>
    public void AdvanceTo(int end)
    {
        var position = start + read;
        while (position < end)
        {
            var distance = text.AsSpan(position, end - position).IndexOfAny('"', '“', '”');
            if (distance < 0)
                break;

            position += distance;
            IsOpen = text[position] switch
            {
                '“' => true,
                '”' => false,
                _ => IsStraightOpener(position),
            };
            position++;
        }

        read = Math.Max(position, end) - start;
    }

    private readonly bool IsStraightOpener(int at)
    {
        var afterSpace = at == start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–' or '-';
        var beforeSpace = at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]);
        return afterSpace == beforeSpace ? !IsOpen : afterSpace;
    }
}
