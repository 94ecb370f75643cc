using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing.Pages;

/// <summary>Reads what a page's markup says about its article: JSON-LD, meta tags, microdata, and visible elements.</summary>
internal static partial class PageMetadata
{
    private static readonly string[] DateTags =
    [
        "article:published_time",
        "article.published",
        "datepublished",
        "date_published",
        "publish-date",
        "publish_date",
        "publishdate",
        "publication_date",
        "publicationdate",
        "pubdate",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dc.date",
        "dcterms.date",
        "date",
        "og:published_time",
        "og:pubdate",
        "originalpublicationdate",
        "citation_publication_date",
        "cxenseparse:recs:publishtime",
        "article:post_date",
        "created",
        "rnews:datepublished",
        "release_date",
        "pdate",
        "og:article:published_time",
        "lastmod",
        "article:modified_time",
        "og:updated_time",
    ];

    private static readonly string[] AuthorTags =
    [
        "author",
        "article:author",
        "article:author_name",
        "byl",
        "byline",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "twitter:creator:name",
        "article.author",
    ];

    /// <summary>Reads the page. The document must be unchanged: scripts contain the JSON-LD.</summary>
    /// <param name="document">The page.</param>
    /// <param name="order">How 03/05/2023 is read.</param>
    public static PageData Read(IDocument document, DateOrder order)
    {
        var json = JsonLd.Read(document);
        var tags = Tags(document);
        var outlet =
            NotAddress(json.Outlet)
            ?? NotAddress(
                Tag(
                    tags,
                    "og:site_name",
                    "application-name",
                    "publisher",
                    "dc.publisher",
                    "article:publisher_name",
                    "citation_journal_title"
                )
            );
        return new PageData
        {
            Headline = Headline(
                document,
                json.Headline,
                Tag(tags, "og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline", "title"),
                outlet
            ),
            Published = Published(document, json.Published, tags, order),
            Author = Person(json.Author) ?? AuthorOf(document, tags),
            Outlet = outlet,
            Url = Canonical(document, json.Url, tags),
            Section = json.Section ?? Tag(tags, "article:section", "section", "parsely-section", "dc.subject.section", "category"),
            Language =
                Attribute(document, "html", "lang")
                ?? Attribute(document, "html", "xml:lang")
                ?? json.Language
                ?? Tag(tags, "og:locale", "content-language", "language", "dc.language")
                ?? Attribute(document, "body", "lang"),
            Text = json.Text,
        };
    }

    private static Dictionary<string, string> Tags(IDocument document)
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var name =
                meta.GetAttribute("property")
                ?? meta.GetAttribute("name")
                ?? meta.GetAttribute("itemprop")
                ?? meta.GetAttribute("http-equiv");
            if (!string.IsNullOrWhiteSpace(name) && meta.GetAttribute("content") is { } content && !string.IsNullOrWhiteSpace(content))
                tags.TryAdd(name.Trim(), content.Trim());
        }

        return tags;
    }

    private static string? Tag(Dictionary<string, string> tags, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (tags.TryGetValue(name, out var value))
                return value;
        }

        return null;
    }

    // The visible headline is the best one, where the page's title confirms that it is the headline.
    private static string? Headline(IDocument document, string? described, string? tagged, string? outlet)
    {
        var title = WithoutOutlet(Text(document.QuerySelector("head > title") ?? document.QuerySelector("title")), outlet);
        tagged = WithoutOutlet(tagged, outlet);
        var shown = document
            .QuerySelectorAll("[itemprop~=headline], h1")
            .Select(Text)
            .Where(text => text is { Length: >= 3 and <= 400 })
            .ToList();
        var confirmed = shown.FirstOrDefault(text => Agree(text, described) || Agree(text, tagged) || Agree(text, title));
        return confirmed ?? described ?? tagged ?? (shown.Count == 1 ? shown[0] : null) ?? title ?? shown.FirstOrDefault();
    }

    private static bool Agree(string? shown, string? other) =>
        shown is not null
        && other is not null
        && Letters().Replace(shown, "") is { Length: > 0 } a
        && Letters().Replace(other, "") is { Length: > 0 } b
        && (
            a.Contains(b, StringComparison.OrdinalIgnoreCase)
                ? b.Length * 2 > a.Length
                : b.Contains(a, StringComparison.OrdinalIgnoreCase) && a.Length * 2 > b.Length
        );

    // "Headline | Outlet", "Headline - Outlet", "Outlet: Headline".
    private static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null)
            return null;
        if (
            outlet is not null
            && title.EndsWith(outlet, StringComparison.OrdinalIgnoreCase)
            && title[..^outlet.Length].TrimEnd() is { Length: > 3 } before
            && before[^1] is '|' or '-' or '–' or '—' or '·' or '•' or ':' or '«'
        )
            return before[..^1].TrimEnd();
        var bar = title.LastIndexOf(" | ", StringComparison.Ordinal);
        if (bar > 15)
            return title[..title.IndexOf(" | ", StringComparison.Ordinal)].Length > 15
                ? title[..title.IndexOf(" | ", StringComparison.Ordinal)].TrimEnd()
                : title[..bar].TrimEnd();
        var dash = Math.Max(
            title.LastIndexOf(" - ", StringComparison.Ordinal),
            Math.Max(title.LastIndexOf(" – ", StringComparison.Ordinal), title.LastIndexOf(" — ", StringComparison.Ordinal))
        );
        return dash > 20 && title.Length - dash < 30 ? title[..dash].TrimEnd() : title;
    }

    private static string? Published(IDocument document, string? described, Dictionary<string, string> tags, DateOrder order)
    {
        if (IsDate(described, order))
            return described;
        if (DateTags.Select(name => tags.GetValueOrDefault(name)).FirstOrDefault(value => IsDate(value, order)) is { } tagged)
            return tagged;
        foreach (
            var selector in new[]
            {
                "[itemprop~=datePublished]",
                "time[pubdate]",
                "article time, main time, header time",
                "time",
                "[class*=publish], [class*=Publish], [class*=dateline], [class*=timestamp], [class*=date], [class*=Date], [class*=time], [id*=date], [class*=byline], [class*=meta]",
            }
        )
        {
            foreach (var element in document.QuerySelectorAll(selector).Take(40))
            {
                foreach (
                    var value in new[]
                    {
                        element.GetAttribute("datetime"),
                        element.GetAttribute("content"),
                        element.GetAttribute("data-datetime"),
                        Text(element),
                    }
                )
                {
                    if (IsDate(value, order))
                        return value;
                }

                if (
                    Text(element) is { Length: <= 200 } shown
                    && DateReader.FindIn(shown, order).Select(date => (ReadDate?)date).FirstOrDefault() is { } found
                )
                    return found.Time.ToString("yyyy-MM-dd", null);
            }
        }

        return InAddress().Match(Canonical(document, null, tags) ?? "") is { Success: true } match ? match.Result("${y}-${m}-${d}") : null;
    }

    private static bool IsDate(string? value, DateOrder order) =>
        !string.IsNullOrWhiteSpace(value) && DateReader.Read(value, order) is { Time.Year: >= DraftFinisher.MinYear };

    private static string? AuthorOf(IDocument document, Dictionary<string, string> tags)
    {
        foreach (var name in AuthorTags)
        {
            if (tags.TryGetValue(name, out var value) && Person(value) is { } person)
                return person;
        }

        foreach (
            var selector in new[]
            {
                "[itemprop~=author] [itemprop~=name], [itemprop~=author]",
                "[rel~=author]",
                "[class*=byline] a, [class*=author] a, [class*=author-name], [class*=byline__name]",
                "[class*=byline], [class*=author]",
            }
        )
        {
            var names = document
                .QuerySelectorAll(selector)
                .Take(5)
                .Select(element => Person(Text(element)))
                .Where(person => person is { Length: < 80 })
                .Distinct()
                .ToList();
            if (names.Count > 0)
                return string.Join(", ", names.Take(selector.Contains("byline]", StringComparison.Ordinal) ? 1 : 4));
        }

        return null;
    }

    // Returns the name from a byline, without the date and buttons next to it; null where there is none.
    private static string? Person(string? value)
    {
        if (value is null || NotAddress(value) is null)
            return null;
        var name = AfterName().Replace(value, "").Trim(' ', ',', '|', '•', '·', '-', '–', '\n');
        return name.Length is > 2 and < 120 && name.Any(char.IsLetter) && !name.Any(char.IsDigit) ? name : null;
    }

    private static string? NotAddress(string? value) =>
        value is null || value.Contains("://", StringComparison.Ordinal) || value.Contains('@') ? null : value;

    private static string? Canonical(IDocument document, string? described, Dictionary<string, string> tags) =>
        new[]
        {
            Attribute(document, "link[rel~=canonical]", "href"),
            Tag(tags, "og:url", "parsely-link", "twitter:url"),
            described,
        }.FirstOrDefault(value => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");

    private static string? Attribute(IDocument document, string selector, string name) =>
        document.QuerySelector(selector)?.GetAttribute(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string? Text(IElement? element) =>
        element is null || string.IsNullOrWhiteSpace(element.TextContent) ? null : Spaces().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"\s*(?:\b(?:published|updated|posted|follow|share|print)\b|[|•·]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s[0-9]).*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex AfterName();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.None, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"/(?<y>(?:19|20)[0-9]{2})[/-](?<m>0[1-9]|1[0-2])[/-](?<d>0[1-9]|[12][0-9]|3[01])(?=/|-|\z)", RegexOptions.None, 1000)]
    private static partial Regex InAddress();
}
