using System.Text;

namespace NewsBot.Archive.Parsing.Wire;

/// <summary>Makes paragraphs of lines that were broken for a teleprinter, where a paragraph begins with an indent or follows a blank line.</summary>
internal static class WireText
{
    /// <summary>The paragraphs, with a blank line between two.</summary>
    public static string? AsParagraphs(this string? text)
    {
        if (text is null)
            return null;
        var paragraphs = new StringBuilder();
        var isNew = true;
        foreach (var line in text.Split('\n'))
        {
            var words = line.Trim();
            isNew |= words.Length == 0 || line.StartsWith("  ", StringComparison.Ordinal) || line.StartsWith('\t');
            if (words.Length == 0)
                continue;
            if (paragraphs.Length > 0)
                paragraphs.Append(isNew ? "\n\n" : " ");
            paragraphs.Append(words);
            isNew = false;
        }

        return paragraphs.ToString();
    }
}
