using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsBot.Archive.Parsing.Markup;

/// <summary>Removes the markup from HTML: keeps paragraphs, and drops captions, embeds and whatever is not text.</summary>
internal static partial class MarkupText
{
    /// <summary>
    /// Specifies the deepest nesting that is read: pages have a few dozen levels, and walking them must not overflow the stack.
    /// </summary>
    public const int MaxDepth = 400;

    private const int MaxOpen = 3_000;

    // Void elements of HTML, and those whose end tag may be omitted.
    private static readonly string[] LeftOpen =
    [
        "br",
        "img",
        "meta",
        "link",
        "input",
        "hr",
        "p>",
        "p ",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "source",
        "wbr",
        "area",
        "base",
        "col",
        "embed",
        "param",
        "track",
    ];

    private static readonly HtmlParser Parser = new();

    /// <summary>Returns the text of a fragment of HTML; null where it is nested too deeply.</summary>
    public static string? Of(string html)
    {
        if (!MayBeShallow(html))
            return null;
        using var document = Parser.ParseDocument(html);
        return document.Body is { } body && IsShallow(body)
            ? string.Join("\n\n", Paragraphs(body).Where(paragraph => !PageLines.AreSpare(paragraph)))
            : null;
    }

    /// <summary>
    /// Returns the text below a node that passed <see cref="IsShallow"/>, without the lines that pages put between paragraphs.
    /// </summary>
    public static string TextOf(INode root) => string.Join("\n\n", Paragraphs(root).Where(paragraph => !PageLines.AreSpare(paragraph)));

    /// <summary>Returns the text without any markup; null where it is nested too deeply.</summary>
    public static string? PlainOf(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return text;
        if (!Tags().IsMatch(text))
            return Entities().IsMatch(text) ? WebUtility.HtmlDecode(text) : text;
        // Where no elements separate paragraphs, the lines do.
        return Of(BlockTags().IsMatch(text) ? text : BreakAndLineEnd().Replace(text, "$1").ReplaceLineEndings("<br>"));
    }

    /// <summary>Returns the paragraphs below a node that passed <see cref="IsShallow"/>.</summary>
    public static IReadOnlyList<string> Paragraphs(INode root)
    {
        var blocks = new TextBlocks();
        Walk(root, blocks);
        blocks.EndParagraph();
        return blocks.Paragraphs;
    }

    /// <summary>
    /// Determines whether few enough elements are open at once for quick parsing: an HTML parser's work at each tag grows with the number
    /// of open elements. Elements that pages leave open do not count.
    /// </summary>
    public static bool MayBeShallow(string html)
    {
        var open = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/')
                open -= open > 0 ? 1 : 0;
            else if (
                char.IsAsciiLetter(html[at + 1])
                && !LeftOpen.Any(name => html.AsSpan(at + 1).StartsWith(name, StringComparison.OrdinalIgnoreCase))
                && ++open > MaxOpen
            )
                return false;
        }

        return true;
    }

    /// <summary>Determines whether no node below is nested too deeply to walk.</summary>
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

    /// <summary>Determines whether a text is marked up, rather than prose with a "&lt;" or "&amp;" in it.</summary>
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

    [GeneratedRegex(
        @"(?:twitter|instagram|tiktok|reddit|bluesky|mastodon|facebook|fb|threads)[-_](?:tweet|video|media|embed|card|post)|text-post-media",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Embeds();

    // An element that marks up text, opened and closed, or a break: "if a <b and c> d" has neither.
    [GeneratedRegex(
        @"<(?<name>p|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|figure|table|article|section|body|html|u|sup|sub|font|center|script|style|iframe)(?:\s[^<>]*)?>|<br\s?/?>|<img\s[^<>]*>|</(?:p|div)>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Tags();

    [GeneratedRegex(
        @"<(?:p|div|li|h[1-6]|section|article|blockquote|table|tr)[\s/>]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex BlockTags();

    [GeneratedRegex(@"(<br\s?/?>)[ \t]*\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BreakAndLineEnd();

    [GeneratedRegex("&(?:[a-zA-Z][a-zA-Z0-9]{1,7}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entities();
}
