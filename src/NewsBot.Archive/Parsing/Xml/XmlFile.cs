using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing.Xml;

/// <summary>Reads untrusted XML: no document type, no entities, nothing external, and limited depth.</summary>
internal static partial class XmlFile
{
    private const int MaxDepth = 200;

    // HTML entities that feeds use without declaring them; XML itself has five.
    private static readonly Dictionary<string, string> HtmlNames = new(StringComparer.Ordinal)
    {
        ["nbsp"] = "\u00a0",
        ["ndash"] = "–",
        ["mdash"] = "—",
        ["lsquo"] = "‘",
        ["rsquo"] = "’",
        ["ldquo"] = "“",
        ["rdquo"] = "”",
        ["hellip"] = "…",
        ["euro"] = "€",
        ["pound"] = "£",
        ["copy"] = "©",
        ["reg"] = "®",
        ["eacute"] = "é",
        ["egrave"] = "è",
        ["auml"] = "ä",
        ["ouml"] = "ö",
        ["uuml"] = "ü",
        ["szlig"] = "ß",
        ["ccedil"] = "ç",
        ["bull"] = "•",
    };

    /// <summary>
    /// Returns the root; null where the text is not XML, or is nested too deeply: <paramref name="problem"/> then says which.
    /// </summary>
    public static XElement? Read(string text, out string? problem)
    {
        problem = null;
        if (Start(text) is not { } start)
        {
            problem = "is not XML";
            return null;
        }

        text = text[start..];
        if (text.Contains('&'))
            text = Names().Replace(text, match => HtmlNames.GetValueOrDefault(match.Groups[1].Value, match.Value));
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = ReadingLimits.MaxArticleBytes,
            MaxCharactersFromEntities = 1,
            CheckCharacters = false,
        };
        try
        {
            using (var depth = XmlReader.Create(new StringReader(text), settings))
            {
                while (depth.Read())
                {
                    if (depth.Depth <= MaxDepth)
                        continue;
                    problem = $"is nested more than {MaxDepth} levels deep; an article is not";
                    return null;
                }
            }

            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XElement.Load(reader);
        }
        catch (XmlException error)
        {
            problem = $"is not well-formed XML: line {error.LineNumber}, position {error.LinePosition}; ask its sender for a whole one";
            return null;
        }
    }

    // Some programs write a blank line before the declaration, which XML forbids.
    private static int? Start(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '\uFEFF'))
            start++;
        return start < text.Length && text[start] == '<' ? start : null;
    }

    [GeneratedRegex("&([a-zA-Z]{2,8});", RegexOptions.None, 1000)]
    private static partial Regex Names();
}
