using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>
/// Distinguishes a text whose paragraphs were broken into lines of about the same width from one whose author ended the lines.
/// </summary>
internal static class HardWrap
{
    private const int MinWidth = 50;
    private const int MaxWidth = 120;

    // Some mail programs and editors break a little early, at a hyphen or before a long word's last syllable.
    private const int Slack = 3;

    /// <summary>
    /// Determines whether the lines are wrapped. A wrapped line ends where the first word of the next would have exceeded the text's
    /// width. Nine in ten lines must do so, because a line may also end with a sentence or before a list.
    /// </summary>
    public static bool IsUsedIn(string text, IReadOnlyList<IReadOnlyList<TextRange>> blocks)
    {
        var inner = blocks.Sum(block => block.Count - 1);
        if (inner == 0)
            return false;

        var width = Width(blocks);
        if (width is < MinWidth or > MaxWidth)
            return false;

        var full = 0;
        var ended = 0;
        foreach (var block in blocks)
        {
            for (var i = 0; i + 1 < block.Count; i++)
            {
                if (block[i].Length + 1 + FirstWordLength(text, block[i + 1]) > width - Slack)
                    full++;
                if (Terminators.End(text, block[i]))
                    ended++;
            }
        }

        // One or two lines do not prove a width; a line that breaks off mid-sentence does.
        return full * 10 >= inner * 9 && (inner < 3 ? ended == 0 : ended * 2 < inner);
    }

    // The 90th percentile, because a web address or a table may exceed the width.
    private static int Width(IReadOnlyList<IReadOnlyList<TextRange>> blocks)
    {
        var lengths = blocks.SelectMany(block => block).Select(line => line.Length).ToArray();
        Array.Sort(lengths);
        return lengths[((lengths.Length * 9) + 9) / 10 - 1];
    }

    private static int FirstWordLength(string text, TextRange line)
    {
        var at = line.Start;
        while (at < line.End && !char.IsWhiteSpace(text[at]))
            at++;
        return at - line.Start;
    }
}
