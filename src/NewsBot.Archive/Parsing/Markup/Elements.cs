using System.Collections.Frozen;

namespace NewsBot.Archive.Parsing.Markup;

/// <summary>Classifies the elements of HTML, XHTML and NITF by their role in a text.</summary>
internal static class Elements
{
    private static readonly FrozenSet<string> Blocks = new[]
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "figure",
        "figcaption",
        "address",
        "hr",
        "details",
        "summary",
        "center",
        "fieldset",
        "body",
        "html",
        // NITF 3.6
        "hl1",
        "hl2",
        "block",
        "bq",
        "nitf-table",
        "fn",
        "pre",
        "body.content",
        "body.head",
        "body.end",
        "tagline",
        "abstract",
        "byline",
        "dateline",
        "hedline",
        "credit",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Silent = new[]
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "nav",
        "form",
        "button",
        "select",
        "input",
        "textarea",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "picture",
        "img",
        "figcaption",
        "dialog",
        "menu",
        "link",
        "meta",
        "base",
        // NITF 3.6
        "media",
        "media-caption",
        "media-reference",
        "media-producer",
        "media-metadata",
        "custom-table",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Determines whether the element is separate from the text around it.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Determines whether the element's content is not text of the article.</summary>
    public static bool IsSilent(string name) => Silent.Contains(name);
}
