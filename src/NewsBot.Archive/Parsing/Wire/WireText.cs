using System.Text;

namespace NewsBot.Archive.Parsing.Wire;

/// <summary>Joins lines broken for a teleprinter into paragraphs, which begin with an indent or follow a blank line.</summary>
internal static class WireText
{
    /// <summary>Returns the paragraphs, separated by blank lines.</summary>
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
