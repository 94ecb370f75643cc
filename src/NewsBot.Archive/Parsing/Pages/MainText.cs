using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsBot.Archive.Parsing.Markup;
using SmartReader;

namespace NewsBot.Archive.Parsing.Pages;

/// <summary>Finds the article in a page: by its microdata, or else by Readability's scores.</summary>
internal static partial class MainText
{
    // A shorter marked-up body is a teaser before a paywall, or a label.
    private const int MinBodyChars = 250;

    // The number of paragraphs searched for bylines and dates.
    private const int HeaderParagraphs = 8;

    private static readonly HtmlParser Parser = new();

    /// <summary>
    /// Returns the paragraphs of the article, without captions, teasers and calls to share; none where no article is found. Changes the
    /// document.
    /// </summary>
    public static IReadOnlyList<string> Read(IHtmlDocument document, string? headline)
    {
        if (document.Body is not { } body)
            return [];
        RemoveSurroundings(body);
        var marked = document.QuerySelectorAll("[itemprop~=articleBody]").Select(Clean).MaxBy(Chars) ?? [];
        var scored = Scored(document);
        var best = Chars(marked) >= MinBodyChars && Chars(marked) * 2 >= Chars(scored) ? marked : scored;
        if (Chars(best) == 0)
            best = Clean(document.QuerySelectorAll("article, main").MaxBy(element => element.TextContent.Length) ?? (IElement)body);
        return WithoutHeader(best, headline);
    }

    private static IReadOnlyList<string> Scored(IHtmlDocument document)
    {
        using var reader = new Reader("https://newsroom.invalid/", (IHtmlDocument)document.Clone(true))
        {
            KeepClasses = true,
            DisableJSONLD = true,
            ContinueIfNotReadable = true,
            CharThreshold = 200,
        };
        var article = reader.GetArticle();
        return article.Content is { Length: > 0 } content && Parser.ParseDocument(content).Body is { } found ? Clean(found) : [];
    }

    private static void RemoveSurroundings(IElement body)
    {
        // Otherwise their content counts as text, and half of a page is scripts.
        foreach (var element in body.QuerySelectorAll("script, style, noscript, template, svg, iframe").ToList())
            element.Remove();
        var all = body.TextContent.Length;
        var prose = ProseOf(body);
        foreach (var element in body.QuerySelectorAll("[class], [id], [role], nav, aside, footer, [aria-hidden=true]").ToList())
        {
            if (element.Parent is null || element.LocalName is "body" or "article" or "main" or "html")
                continue;
            var isSurrounding =
                element.LocalName is "nav" or "aside" or "footer"
                || element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "banner" or "search" or "dialog"
                || Surroundings().IsMatch(element.ClassName + " " + element.Id);
            // A wrapper around everything can have any name ("with-sidebar", "read-more"): an element with a good part of the prose is
            // one.
            if (
                isSurrounding
                && element.TextContent.Length * 3 < all
                && ProseOf(element) * 4 <= prose
                && element.QuerySelector("[itemprop~=articleBody]") is null
            )
                element.Remove();
        }
    }

    // Returns the number of characters in whole paragraphs that are not links.
    private static int ProseOf(IElement element) =>
        element
            .QuerySelectorAll("p")
            .Where(paragraph => paragraph.TextContent.Length > 80 && !IsLinkList(paragraph))
            .Sum(paragraph => paragraph.TextContent.Length);

    private static IReadOnlyList<string> Clean(IElement element)
    {
        foreach (var list in element.QuerySelectorAll("ul, ol, div, section, p").Where(IsLinkList).ToList())
            list.Remove();
        return [.. MarkupText.Paragraphs(element).Where(paragraph => !PageLines.AreSpare(paragraph))];
    }

    // Teasers: several links, with hardly any words outside them.
    private static bool IsLinkList(IElement element)
    {
        if (element.LocalName == "p" && element.QuerySelectorAll("a").Length == 0)
            return false;
        var links = element.QuerySelectorAll("a");
        var linked = links.Sum(link => link.TextContent.Trim().Length);
        var all = element.TextContent.Trim().Length;
        return all > 0
            && linked * 10 > all * 8
            && (links.Length > 1 || (all < 150 && element.LocalName is "p" or "div" or "section" && linked * 100 > all * 95));
    }

    // The headline, byline and date above the first sentences have their own fields.
    private static List<string> WithoutHeader(IReadOnlyList<string> paragraphs, string? headline) =>
        paragraphs.Count < 2
            ? [.. paragraphs]
            : [.. paragraphs.Where((paragraph, index) => index >= HeaderParagraphs || !IsHeader(paragraph, headline))];

    private static bool IsHeader(string paragraph, string? headline) =>
        (
            headline is not null
            && paragraph.Length <= headline.Length + 5
            && paragraph.Trim('.', ' ').Equals(headline.Trim('.', ' '), StringComparison.OrdinalIgnoreCase)
        )
        || (
            paragraph.Length < 120
            && (Byline().IsMatch(paragraph) || Dates.DateReader.Read(paragraph, Dates.DateOrder.DayFirst) is not null)
        );

    private static int Chars(IReadOnlyList<string> paragraphs) => paragraphs.Sum(paragraph => paragraph.Length);

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:share|sharing|social|related|newsletter|promo|advert|advertisement|ads?|sponsored|caption|credit|breadcrumbs?|comments?|disqus|recirc|teaser|read-?more|most-?(?:read|popular|viewed)|trending|popular|recommend(?:ed|ations?)|outbrain|taboola|cookie|consent|gdpr|subscribe|subscription|signup|paywall-promo|sidebar|widget|toolbar|sr-only|visually-?hidden|screen-reader-text|tags?|tag-?list|topics?|author-?bio|bio|about-author|follow|masthead|site-?header|site-?footer|footer|menu|nav|navbar|navigation|skip-?link|modal|popup|pagination|copyright|byline|dateline|timestamp|print-only|more-?(?:stories|on|news|from)|further-reading|also-read|see-also|upsell|in-read|pull-?quote|embed|tweet|twitter-tweet|instagram-media|gallery|slideshow|video-player|jp-relatedposts|sharedaddy)(?:$|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Surroundings();

    [GeneratedRegex(
        @"\A(?:by|von|par|por)\s\p{Lu}[^.!?]{2,100}\z|\A\|?\s?(?:published|updated|posted|first\spublished|last\supdated)\b.{0,100}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Byline();
}
