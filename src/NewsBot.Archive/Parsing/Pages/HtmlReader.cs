using AngleSharp.Html.Parser;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;

namespace NewsBot.Archive.Parsing.Pages;

/// <summary>Reads a saved web page.</summary>
internal sealed class HtmlReader : IArticleFormatReader
{
    // The largest pages of newspapers have some ten thousand.
    private const int MaxElements = 150_000;

    private static readonly HtmlParser Parser = new();

    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        if (!MarkupText.MayBeShallow(file.Text))
            return [FormatItem.Rejected(RejectionKind.TooLarge, $"has more than the permitted {MarkupText.MaxDepth} levels of nesting")];
        using var document = Parser.ParseDocument(file.Text);
        if (document.All.Length > MaxElements)
            return [FormatItem.Rejected(RejectionKind.TooLarge, $"has more than {MaxElements} elements, too many for one article")];
        if (!MarkupText.IsShallow(document))
            return [FormatItem.Rejected(RejectionKind.TooLarge, $"has more than the permitted {MarkupText.MaxDepth} levels of nesting")];

        var data = PageMetadata.Read(document, file.DateOrder ?? DateOrder.DayFirst);
        var paragraphs = MainText.Read(document, data.Headline);
        var text = string.Join("\n\n", paragraphs);
        // A page whose text is written by a script has it only in its description.
        if (data.Text is { } described && text.Length < described.Length / 3)
            text = MarkupText.IsMarkedUp(described) ? MarkupText.Of(described) ?? text : described.Trim();
        if (string.IsNullOrWhiteSpace(text))
            return
            [
                FormatItem.Rejected(
                    RejectionKind.NoText,
                    "is a web page without an article's text; save the page as displayed, or its text"
                ),
            ];
        return
        [
            new FormatItem(
                new ArticleDraft
                {
                    Headline = data.Headline,
                    Text = text,
                    Published = data.Published,
                    Author = data.Author,
                    Outlet = data.Outlet,
                    Url = data.Url,
                    Section = data.Section,
                    Language = data.Language,
                }
            ),
        ];
    }
}
