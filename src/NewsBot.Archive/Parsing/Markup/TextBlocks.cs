using System.Text;

namespace NewsBot.Archive.Parsing.Markup;

/// <summary>Collects the paragraphs of a marked-up text. Not thread-safe.</summary>
internal sealed class TextBlocks
{
    private readonly List<string> paragraphs = [];
    private readonly StringBuilder current = new();
    private bool isSpaceDue;

    /// <summary>Gets the finished paragraphs, without the one that is still open.</summary>
    public IReadOnlyList<string> Paragraphs => paragraphs;

    /// <summary>Adds running text; each run of white space becomes one space.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isSpaceDue = true;
                continue;
            }

            // Soft hyphens, and zero-width marks that only guide line breaks.
            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060')
                continue;
            if (isSpaceDue && current.Length > 0 && current[^1] != '\n')
                current.Append(' ');
            isSpaceDue = false;
            current.Append(c);
        }
    }

    /// <summary>Ends a line within a paragraph; two in a row end the paragraph.</summary>
    public void EndLine()
    {
        isSpaceDue = false;
        if (current.Length > 0 && current[^1] == '\n')
            EndParagraph();
        else if (current.Length > 0)
            current.Append('\n');
    }

    /// <summary>Ends the paragraph, if one is open.</summary>
    public void EndParagraph()
    {
        isSpaceDue = false;
        while (current.Length > 0 && current[^1] == '\n')
            current.Length--;
        if (current.Length > 0)
            paragraphs.Add(current.ToString());
        current.Clear();
    }

    /// <summary>Ends the paragraph and returns all of them, separated by blank lines.</summary>
    public string Text()
    {
        EndParagraph();
        return string.Join("\n\n", paragraphs);
    }
}
