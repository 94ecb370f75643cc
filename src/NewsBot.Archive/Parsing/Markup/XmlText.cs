using System.Xml.Linq;

namespace NewsBot.Archive.Parsing.Markup;

/// <summary>Removes the markup from XHTML and NITF in an XML document, whose depth was checked when it was read.</summary>
internal static class XmlText
{
    /// <summary>Returns the text below an element, with a blank line between paragraphs.</summary>
    public static string Of(XElement element)
    {
        var blocks = new TextBlocks();
        Walk(element, blocks);
        return blocks.Text();
    }

    private static void Walk(XElement element, TextBlocks blocks)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
                blocks.Append(text.Value);
            if (node is not XElement child || Elements.IsSilent(child.Name.LocalName))
                continue;

            var name = child.Name.LocalName;
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                blocks.EndLine();
                continue;
            }

            var isBlock = Elements.IsBlock(name);
            if (isBlock)
                blocks.EndParagraph();
            Walk(child, blocks);
            if (isBlock)
                blocks.EndParagraph();
        }
    }
}
