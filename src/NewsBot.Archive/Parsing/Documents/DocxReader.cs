using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Texts;

namespace NewsBot.Archive.Parsing.Documents;

/// <summary>Reads a Word document: its paragraphs with every change accepted, its title and its properties.</summary>
internal sealed class DocxReader : IArticleFormatReader
{
    // A book of a thousand pages has some five million characters of markup.
    private static readonly OpenSettings Settings = new() { MaxCharactersInPart = 50_000_000, AutoSave = false };

    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        try
        {
            using var document = WordprocessingDocument.Open(
                new MemoryStream(file.Bytes.ToArray(), writable: false),
                isEditable: false,
                Settings
            );
            return [Item(document, file)];
        }
        catch (Exception error)
            when (error
                    is OpenXmlPackageException
                        or FileFormatException
                        or InvalidDataException
                        or XmlException
                        or InvalidOperationException
                        or FormatException
                        or ArgumentException
            )
        {
            return
            [
                FormatItem.Rejected(
                    RejectionKind.Malformed,
                    "is a damaged or unusually large Word document; open it and save it again as .docx"
                ),
            ];
        }
    }

    private static FormatItem Item(WordprocessingDocument document, FormatFile file)
    {
        if (document.MainDocumentPart?.Document?.Body is not { } body)
            return FormatItem.Rejected(RejectionKind.Malformed, "is a Word document without a body; open it and save it again as .docx");

        string? title = null;
        var paragraphs = new List<string>();
        foreach (var paragraph in body.Descendants<Paragraph>().Where(paragraph => !IsFallback(paragraph)))
        {
            var text = TextOf(paragraph).Trim();
            var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
            if (
                text.Length == 0
                || style.StartsWith("Caption", StringComparison.OrdinalIgnoreCase)
                || style.StartsWith("TOC", StringComparison.OrdinalIgnoreCase)
            )
                continue;
            if (
                title is null
                && (
                    style.Equals("Title", StringComparison.OrdinalIgnoreCase)
                    || (paragraphs.Count == 0 && style.Equals("Heading1", StringComparison.OrdinalIgnoreCase))
                )
            )
                title = text;
            else
                paragraphs.Add(text);
        }

        var first = FirstLines.Read(string.Join("\n\n", paragraphs), file.DateOrder ?? DateOrder.DayFirst);
        var properties = document.PackageProperties;
        return new FormatItem(
            new ArticleDraft
            {
                Headline = title ?? first.Headline ?? properties.Title,
                Text = first.Text,
                Published =
                    first.Published
                    ?? (properties.Created ?? properties.Modified)
                        ?.ToUniversalTime()
                        .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                Author = first.Author ?? properties.Creator,
                Outlet = first.Outlet,
                Section = first.Section ?? properties.Category,
                Language = first.Language ?? properties.Language,
                Url = first.Url,
            }
        );
    }

    // The same text box occurs twice: once for new programs, once for old ones.
    private static bool IsFallback(Paragraph paragraph) => paragraph.Ancestors<AlternateContentFallback>().Any();

    // Text deleted while changes were tracked is another kind of element, and so is left out.
    private static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants().Where(element => element.Ancestors<Paragraph>().First() == paragraph))
        {
            text.Append(
                element switch
                {
                    Text run => run.Text,
                    TabChar => " ",
                    Break or CarriageReturn => "\n",
                    NoBreakHyphen => "\u2011",
                    _ => "",
                }
            );
        }

        return text.ToString();
    }
}
