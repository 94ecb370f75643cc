using AngleSharp.Html.Parser;
using Markdig;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;
using NewsBot.Archive.Parsing.Texts;

namespace NewsBot.Archive.Parsing.Documents;

/// <summary>Reads Markdown: the fields of its front matter, its first heading as the headline, and its paragraphs.</summary>
internal sealed class MarkdownReader : IArticleFormatReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().Build();

    private static readonly HtmlParser Parser = new();

    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        var (fields, markdown) = FrontMatter.Read(file.Text);
        string html;
        try
        {
            html = Markdown.ToHtml(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig throws this beyond its own depth limit.
            return [FormatItem.Rejected(RejectionKind.TooLarge, "has too many levels of nesting")];
        }

        if (!MarkupText.MayBeShallow(html))
            return [FormatItem.Rejected(RejectionKind.TooLarge, "has too many levels of nesting")];
        using var document = Parser.ParseDocument(html);
        if (!MarkupText.IsShallow(document))
            return [FormatItem.Rejected(RejectionKind.TooLarge, "has too many levels of nesting")];
        if (document.QuerySelector("h1") is { } heading)
        {
            fields.TryAdd("headline", heading.TextContent);
            heading.Remove();
        }

        var text = document.Body is { } body ? MarkupText.TextOf(body) : "";
        var first = FirstLines.Read(text, file.DateOrder ?? DateOrder.DayFirst);
        fields["text"] = first.Text;
        foreach (
            var (name, value) in new[]
            {
                ("headline", first.Headline),
                ("published", first.Published),
                ("author", first.Author),
                ("outlet", first.Outlet),
                ("url", first.Url),
                ("section", first.Section),
                ("language", first.Language),
            }
        )
        {
            if (value is not null)
                fields.TryAdd(name, value);
        }

        // The file is the article, whatever its front matter calls it.
        fields.Remove("source");
        return [NamedFields.Item(fields)];
    }
}
