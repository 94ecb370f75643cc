using System.Globalization;
using System.Text.Encodings.Web;
using NewsBot.Archive.Passages;

namespace NewsBot.Pages;

/// <summary>
/// Writes the text of an article as HTML, piece by piece: an article may have many megabytes, and readers may be slow. Sentences carry the
/// ids that links to quotes end in.
/// </summary>
internal static class ArticleTextHtml
{
    private const int CharsAtOnce = 16 * 1024;

    /// <summary>Returns the id of a range of the text.</summary>
    public static string Id(TextRange range) => string.Create(CultureInfo.InvariantCulture, $"q{range.Start}-{range.End}");

    /// <summary>Writes the paragraphs, and marks the quotes.</summary>
    public static async Task WriteAsync(
        TextWriter output,
        ArchivedArticle article,
        IReadOnlyList<TextRange> quotes,
        CancellationToken cancellationToken
    )
    {
        var text = article.Article.Text;
        foreach (var paragraph in ArticleParagraph.Of(article))
        {
            await output.WriteAsync(
                string.Create(CultureInfo.InvariantCulture, $"<p dir=\"auto\" data-start=\"{paragraph.Range.Start}\">")
            );
            foreach (var piece in paragraph.Pieces)
            {
                if (piece.IsSentence)
                    await output.WriteAsync($"<span{(quotes.Contains(piece.Range) ? " class=\"quoted\"" : "")} id=\"{Id(piece.Range)}\">");
                await WriteTextAsync(output, text, piece.Range, cancellationToken);
                if (piece.IsSentence)
                    await output.WriteAsync("</span>");
            }

            await output.WriteAsync("</p>");
        }
    }

    private static async Task WriteTextAsync(TextWriter output, string text, TextRange range, CancellationToken cancellationToken)
    {
        for (var start = range.Start; start < range.End; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = Math.Min(range.End, start + CharsAtOnce);
            // Half a surrogate pair would be encoded as a replacement character.
            if (end < range.End && char.IsHighSurrogate(text[end - 1]))
                end--;
            await output.WriteAsync(HtmlEncoder.Default.Encode(text[start..end]));
            start = end;
        }
    }
}
