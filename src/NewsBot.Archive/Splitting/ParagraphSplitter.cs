using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>Finds the paragraphs of a text by its blank lines, or by its lines where there are none.</summary>
internal static class ParagraphSplitter
{
    // The average length from which the lines of a block count as paragraphs rather than as a list, verse or an address.
    private const int ProseLineChars = 120;

    public static IEnumerable<Paragraph> Split(string text)
    {
        var blocks = TextLines.Blocks(text);
        var isWrapped = HardWrap.IsUsedIn(text, blocks);
        foreach (var lines in blocks)
        {
            if (isWrapped)
                yield return new Paragraph(Join(text, lines, (_, next) => !ListItem.StartsAt(text, next)));
            else if (lines.Count > 1 && (blocks.Count == 1 || AverageLength(lines) >= ProseLineChars))
                foreach (var line in Join(text, lines, (line, next) => Continues(text, line, next)))
                    yield return new Paragraph([line]);
            else
                yield return new Paragraph(Join(text, lines, (line, next) => Continues(text, line, next)));
        }
    }

    private static double AverageLength(IReadOnlyList<TextRange> lines) => (lines[^1].End - lines[0].Start) / (double)lines.Count;

    private static bool Continues(string text, TextRange line, TextRange next) =>
        char.IsLower(text[next.Start]) && !Terminators.End(text, line) && !ListItem.StartsAt(text, next);

    private static List<TextRange> Join(string text, IReadOnlyList<TextRange> lines, Func<TextRange, TextRange, bool> belongTogether)
    {
        var runs = new List<TextRange>();
        foreach (var line in lines)
        {
            if (runs.Count > 0 && belongTogether(runs[^1], line))
                runs[^1] = runs[^1] with { End = line.End };
            else
                runs.Add(line);
        }

        return runs;
    }
}
