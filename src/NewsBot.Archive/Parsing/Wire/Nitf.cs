using System.Xml.Linq;
using NewsBot.Archive.Parsing.Markup;
using NewsBot.Archive.Parsing.Xml;

namespace NewsBot.Archive.Parsing.Wire;

/// <summary>Finds elements of the IPTC's News Industry Text Format, for its reader and for formats that embed it.</summary>
internal static class Nitf
{
    /// <summary>Returns the headline of the body, or else the title.</summary>
    public static string? Headline(XElement? nitf) =>
        nitf.Below("hl1").Text() ?? nitf.Below("hedline").Text() ?? nitf.Child("head").Child("title").Text();

    /// <summary>Returns the author of the byline, without title and outlet.</summary>
    public static string? Author(XElement? nitf)
    {
        if (nitf.Below("byline") is not { } byline)
            return null;
        if (byline.Below("person").Text() is { } person)
            return person;
        var text = string.Concat(
            byline
                .Nodes()
                .Where(node => node is not XElement element || !element.Is("byttl"))
                .Select(node => node is XElement element ? element.Value : (node as XText)?.Value)
        );
        return text.Trim(' ', ',', '\n', '\t', '\r') is { Length: > 0 } name ? name : null;
    }

    /// <summary>Returns the paragraphs of the body; where it has none, the abstract.</summary>
    public static string? Text(XElement nitf)
    {
        var text = nitf.Below("body.content") is { } content ? XmlText.Of(content) : null;
        if (string.IsNullOrWhiteSpace(text) && nitf.Below("abstract") is { } summary)
            text = XmlText.Of(summary);
        if (string.IsNullOrWhiteSpace(text) && nitf.Child("body") is { } body && nitf.Below("body.head") is null)
            text = XmlText.Of(body);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
