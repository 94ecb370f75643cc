using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsBot.Archive.Parsing.Markup;

/// <summary>Takes the markup off HTML: paragraphs stay, and captions, embeds and what is not text go.</summary>
internal static partial class MarkupText
{
    /// <summary>Deepest nesting that is read: pages have some dozens, and what walks over them must not run out of stack.</summary>
    public const int MaxDepth = 400;

    private const int MaxOpen = 3_000;

    // Void elements of HTML, and those whose end may be left out.
    private static readonly string[] LeftOpen =
        ["br", "img", "meta", "link", "input", "hr", "p>", "p ", "li", "td", "th", "tr", "dt", "dd", "option", "source", "wbr", "area", "base", "col", "embed", "param", "track"];

    private static readonly HtmlParser Parser = new();

    /// <summary>The text of a fragment of HTML; null where it is nested too deeply.</summary>
    public static string? Of(string html)
    {
        if (!MayBeShallow(html))
            return null;
        using var document = Parser.ParseDocument(html);
        return document.Body is { } body
            && IsShallow(body) ? string.Join("\n\n", Paragraphs(body).Where(paragraph => !PageLines.AreSpare(paragraph))) : null;
    }

    /// <summary>The text below a node that <see cref="IsShallow"/> has passed, without the lines that pages put between paragraphs.</summary>
    public static string TextOf(INode root) => string.Join("\n\n", Paragraphs(root).Where(paragraph => !PageLines.AreSpare(paragraph)));

    /// <summary>The text, with its markup taken off where it has some; null where it is nested too deeply.</summary>
    public static string? PlainOf(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return text;
        if (!Tags().IsMatch(text))
            return Entities().IsMatch(text) ? WebUtility.HtmlDecode(text) : text;
        // Without elements that part paragraphs, the lines do.
        return Of(BlockTags().IsMatch(text) ? text : BreakAndLineEnd().Replace(text, "$1").ReplaceLineEndings("<br>"));
    }

    /// <summary>The paragraphs below a node that <see cref="IsShallow"/> has passed.</summary>
    public static IReadOnlyList<string> Paragraphs(INode root)
    {
        var blocks = new TextBlocks();
        Walk(root, blocks);
        blocks.EndParagraph();
        return blocks.Paragraphs;
    }

    /// <summary>
    /// Whether few enough elements stay open that parsing is quick: what an HTML parser does at each tag takes longer with every element that is
    /// open. Elements that pages leave open do not count.
    /// </summary>
    public static bool MayBeShallow(string html)
    {
        var open = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/')
                open -= open > 0 ? 1 : 0;
            else if (char.IsAsciiLetter(html[at + 1]) && !LeftOpen
                .Any(name => html.AsSpan(at + 1).StartsWith(name, StringComparison.OrdinalIgnoreCase)) && ++open > MaxOpen)
                return false;
        }

        return true;
    }

    /// <summary>Whether no node below is nested deeper than what can be walked over.</summary>
    public static bool IsShallow(INode root)
    {
        var depth = 0;
        var node = root.FirstChild;
        while (node is not null && node != root)
        {
            if (node.FirstChild is { } child)
            {
                if (++depth >= MaxDepth)
                    return false;
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node == root ? null : node?.NextSibling;
        }

        return true;
    }

    /// <summary>Whether a text is marked up, and not prose with a "&lt;" or "&amp;" in it.</summary>
    public static bool IsMarkedUp(string text) =>
        text.AsSpan().IndexOfAny('<', '&') >= 0 && (Tags().IsMatch(text) || Entities().IsMatch(text));

    private static void Walk(INode node, TextBlocks blocks)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                blocks.Append(text.Data);
            if (child is not IElement element || IsSilent(element))
                continue;

            var name = element.LocalName;
            if (name == "br")
            {
                blocks.EndLine();
                continue;
            }

            var isBlock = Elements.IsBlock(name);
            if (isBlock)
                blocks.EndParagraph();
            Walk(element, blocks);
            if (isBlock)
                blocks.EndParagraph();
            else if (name is "td" or "th")
                blocks.Append(" ");
        }
    }

    private static bool IsSilent(IElement element) =>
        Elements.IsSilent(element.LocalName)
        || element.HasAttribute("hidden")
        || (element.LocalName == "blockquote" && element.ClassName is { } names && Embeds().IsMatch(names))
        || (element.GetAttribute("style") is { } style && style.Contains("display:none", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"(?:twitter|instagram|tiktok|reddit|bluesky|mastodon|facebook|fb|threads)[-_](?:tweet|video|media|embed|card|post)|text-post-media",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Embeds();

    // An element that has a text's meaning, opened and closed, or a break: "if a <b and c> d" has neither.
    [GeneratedRegex(
        @"<(?<name>p|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|figure|table|article|section|body|html|u|sup|sub|font|center|script|style|iframe)(?:\s[^<>]*)?>|<br\s?/?>|<img\s[^<>]*>|</(?:p|div)>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"<(?:p|div|li|h[1-6]|section|article|blockquote|table|tr)[\s/>]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BlockTags();

    [GeneratedRegex(@"(<br\s?/?>)[ \t]*\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BreakAndLineEnd();

    [GeneratedRegex("&(?:[a-zA-Z][a-zA-Z0-9]{1,7}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entities();
}
