using System.Buffers;
using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>Finds the lines of a text.</summary>
internal static class TextLines
{
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    /// <summary>Returns runs of non-blank lines, separated by blank ones; each line without surrounding white space.</summary>
    public static IReadOnlyList<IReadOnlyList<TextRange>> Blocks(string text)
    {
        var blocks = new List<IReadOnlyList<TextRange>>();
        var block = new List<TextRange>();
        for (var start = 0; start < text.Length; )
        {
            var length = text.AsSpan(start).IndexOfAny(LineBreaks);
            var end = length < 0 ? text.Length : start + length;
            var line = Trim(text, start, end);
            if (line.Length > 0)
                block.Add(line);
            else if (block.Count > 0)
            {
                blocks.Add(block);
                block = [];
            }

            start = end + (IsCarriageReturnLineFeed(text, end) ? 2 : 1);
        }

        if (block.Count > 0)
            blocks.Add(block);
        return blocks;
    }

    /// <summary>Returns the part between two offsets without surrounding white space.</summary>
    public static TextRange Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextRange(start, end);
    }

    private static bool IsCarriageReturnLineFeed(string text, int at) => at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n';
}
