using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Discord.Rendering;

/// <summary>Renders the quotes of an answer in bold, each with the sentences around it.</summary>
internal static class PassagePages
{
    private const int MaxHeading = 250;

    /// <summary>Specifies the maximum length of part of a line.</summary>
    private const int MaxPart = 1500;

    /// <summary>Returns the pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(string question, IReadOnlyList<QuotedPassage> passages) =>
        TextPages.Layout(
            "Passages: " + Cut.ToWords(question, EmbedPages.MaxTitle - 10),
            [.. passages.Select(Section)],
            "Word for word from the archive; the quoted words are in bold",
            Palette.Sources
        );

    private static TextSection Section(QuotedPassage passage) =>
        new(
            $"[{passage.Number}] {Cut.ToWords(Headlines.Of(passage.Article), MaxHeading)}",
            [SourceLine.Of(passage.Article, passage.Link), .. Text(passage).Select(line => $"> {line}")]
        );

    /// <summary>Returns the lines of the article, without empty ones.</summary>
    private static string[] Text(QuotedPassage passage)
    {
        var context = passage.Context;
        var text =
            (context.IsCutBefore ? "… " : "")
            + Escaped(context.Before, "")
            + Escaped(passage.Quote.In(passage.Article.Text), "**")
            + Escaped(context.After, "")
            + (context.IsCutAfter ? " …" : "");
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Returns a text with marks around what is written in each of its lines: a mark cannot span lines.</summary>
    private static string Escaped(string text, string mark) =>
        string.Join(
            '\n',
            text.Split('\n')
                .Select(line =>
                {
                    var written = line.Trim();
                    if (written.Length == 0)
                        return line;
                    var start = line.IndexOf(written, StringComparison.Ordinal);
                    return $"{line[..start]}{mark}{Cut.ToSentences(written, MaxPart)}{mark}{line[(start + written.Length)..]}";
                })
        );
}
