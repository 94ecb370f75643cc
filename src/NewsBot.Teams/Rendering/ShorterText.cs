namespace NewsBot.Teams.Rendering;

/// <summary>Shortens the text of a message by whole lines, each of which is a statement with the numbers of its sources.</summary>
internal static class ShorterText
{
    public const string Mark = "… (shortened)";

    private const string Item = "- ";
    private const string Bold = "**";
    private const int MinLineChars = 100;

    /// <summary>Returns the length of a text without its sources, in UTF-16 code units.</summary>
    public static int BodyChars(string text) => Divide(text).Body.Length;

    /// <summary>
    /// Returns the lines that fit, then a mark, and then the sources of those lines; the first statement cut at a sentence when even that
    /// is too long.
    /// </summary>
    /// <param name="text">Markdown as <see cref="AnswerMarkdown"/> writes it.</param>
    /// <param name="maxChars">UTF-16 code units, without the sources; a single statement may take a few more.</param>
    /// <param name="keepListsWhole">Whether a list of contradictory statements is shown completely or not at all.</param>
    public static string Of(string text, int maxChars, bool keepListsWhole)
    {
        var (body, sources) = Divide(text);
        var lines = body.Split('\n').Where(line => line != Mark).ToList();
        var kept = new List<string>();
        for (var length = Mark.Length; kept.Count < lines.Count && (length += lines[kept.Count].Length + 1) <= maxChars; )
            kept.Add(lines[kept.Count]);
        if (kept.Count < lines.Count)
            DropLooseEnd(kept, keepListsWhole);
        var shown = kept.Count == 0 ? CutLines(lines, maxChars - Mark.Length) : string.Join('\n', kept);
        var left = sources.Select(line => CitationMark.OnlyThoseIn(shown, line)).OfType<string>().ToList();
        return string.Join("\n\n", [shown, Mark, .. left.Count == 0 ? left : left.Prepend(AnswerMarkdown.SourcesTitle)]);
    }

    /// <summary>Returns the statements, and the lines of their sources.</summary>
    private static (string Body, IEnumerable<string> Sources) Divide(string text)
    {
        var title = text.LastIndexOf($"\n\n{AnswerMarkdown.SourcesTitle}\n\n", StringComparison.Ordinal);
        return title < 0 ? (text, []) : (text[..title], text[title..].Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Skip(1));
    }

    /// <summary>Removes what has lost its context at the end: empty lines, headings, half of a list.</summary>
    private static void DropLooseEnd(List<string> lines, bool keepListsWhole)
    {
        while (lines.Count > 0 && (IsHeading(lines[^1]) || (keepListsWhole && IsItem(lines[^1]))))
            lines.RemoveAt(lines.Count - 1);
    }

    /// <summary>Returns the first statement, or all contradictory statements when it is one of several.</summary>
    private static string CutLines(List<string> lines, int maxChars)
    {
        var statements = lines.Where(SentenceCut.HasNumbers).ToList();
        List<string> shown = statements switch
        {
            [] => [lines.First(line => line.Length > 0)],
            [var first, ..] when IsItem(first) => statements,
            [var first, ..] => [first],
        };
        return string.Join("\n\n", shown.Select(line => SentenceCut.WithNumbers(line, Math.Max(MinLineChars, maxChars / shown.Count))));
    }

    private static bool IsItem(string line) => line.StartsWith(Item, StringComparison.Ordinal);

    private static bool IsHeading(string line) =>
        line.Length == 0
        || line.EndsWith(':')
        || (line.StartsWith(Bold, StringComparison.Ordinal) && line.EndsWith(Bold, StringComparison.Ordinal));
}
