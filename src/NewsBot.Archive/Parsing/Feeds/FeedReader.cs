using System.Xml.Linq;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;
using NewsBot.Archive.Parsing.Xml;

namespace NewsBot.Archive.Parsing.Feeds;

/// <summary>Reads RSS (0.9 to 2.0, and 1.0 in RDF) and Atom: each entry is an article.</summary>
internal sealed class FeedReader : IArticleFormatReader
{
    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        if (XmlFile.Read(file.Text, out var problem) is not { } root)
            return [FormatItem.Rejected(RejectionKind.Malformed, problem!)];

        var head = root.Child("channel") ?? root;
        var entries = root.Children("item").Concat(root.Child("channel").Children("item")).Concat(root.Children("entry")).ToList();
        if (entries.Count == 0)
            return [FormatItem.Rejected(RejectionKind.NoText, "is a feed without entries")];
        var feed = new ArticleDraft
        {
            Outlet = file.Outlet ?? Plain(head.Child("title").Text()),
            Author = NameOf(head.Child("author")),
            Language = head.Child("language").Text() ?? root.ValueOf("lang"),
        };
        return entries.Select((entry, index) => Entry(entry, feed) with { Number = index + 1 });
    }

    private static FormatItem Entry(XElement entry, ArticleDraft feed)
    {
        var link = LinkOf(entry);
        var id = entry.Child("guid").Text() ?? entry.Child("id").Text() ?? entry.ValueOf("about") ?? link;
        var headline = Plain(entry.Child("title").Text());
        var text = TextOf(entry);
        if (string.IsNullOrWhiteSpace(text))
            return FormatItem.Rejected(RejectionKind.NoText, headline is null ? "has no text" : $"has no text (\"{headline}\")", id);
        return new FormatItem(
            new ArticleDraft
            {
                Source = id,
                Headline = headline,
                Text = text,
                Published =
                    entry.Child("pubDate").Text()
                    ?? entry.Child("published").Text()
                    ?? entry.Child("issued").Text()
                    ?? entry.Child("date").Text(),
                OtherwisePublished =
                    entry.Child("date").Text()
                    ?? entry.Child("updated").Text()
                    ?? entry.Child("modified").Text()
                    ?? entry.Child("created").Text(),
                Author = Creators(entry) ?? feed.Author,
                Outlet = SourceOf(entry) ?? feed.Outlet,
                Url = entry.Child("origLink").Text() ?? link,
                Section = entry
                    .Children("category")
                    .Select(category => category.ValueOf("label") ?? category.ValueOf("term") ?? category.Text())
                    .FirstOrDefault(name => name is not null),
                Language = entry.ValueOf("lang") ?? entry.Child("language").Text() ?? feed.Language,
                ItemId = id,
            }
        )
        {
            Source = id,
        };
    }

    // The full text comes before the summary.
    private static string? TextOf(XElement entry)
    {
        foreach (var name in new[] { "encoded", "content", "description", "summary", "subtitle" })
        {
            foreach (var element in entry.Children(name))
            {
                // The element "content" of Media RSS is a picture.
                if (element.Name.NamespaceName.Contains("mrss", StringComparison.Ordinal))
                    continue;
                var text =
                    element.HasElements && element.ValueOf("type") is "xhtml"
                        ? XmlText.Of(element)
                        : MarkupText.PlainOf(element.Value.Trim());
                if (!string.IsNullOrWhiteSpace(text))
                    return text;
            }
        }

        return
            entry
                .Descendants()
                .FirstOrDefault(element =>
                    element.Is("description") && element.Name.NamespaceName.Contains("mrss", StringComparison.Ordinal)
                )
                .Text()
                is { } media
            ? MarkupText.PlainOf(media)
            : null;
    }

    private static string? LinkOf(XElement entry)
    {
        var links = entry.Children("link").ToList();
        var link = links.FirstOrDefault(link => link.ValueOf("rel") is null or "alternate") ?? links.FirstOrDefault();
        return link?.ValueOf("href") ?? link.Text();
    }

    // The Dublin Core element of the same name is an address.
    private static string? SourceOf(XElement entry) =>
        entry.Children("source").FirstOrDefault(source => !source.Name.NamespaceName.Contains("purl.org/dc", StringComparison.Ordinal))
            is { } source
            ? Plain(source.Child("title").Text() ?? (source.HasElements ? null : source.Text()))
            : null;

    private static string? Creators(XElement entry)
    {
        var names = entry
            .Children("creator")
            .Concat(entry.Children("author"))
            .Select(NameOf)
            .Where(name => name is not null)
            .Distinct(StringComparer.Ordinal);
        var joined = string.Join(", ", names);
        return joined.Length == 0 ? null : joined;
    }

    // RSS writes "address (name)", Atom an element.
    private static string? NameOf(XElement? author)
    {
        if (author is null)
            return null;
        var text = author.Child("name").Text() ?? (author.HasElements ? null : author.Text());
        return text is not null && text.Contains('@') && text.IndexOf('(') is > 0 and var start && text.EndsWith(')')
            ? text[(start + 1)..^1].Trim()
            : Plain(text);
    }

    private static string? Plain(string? text) =>
        text is null ? null
        : MarkupText.IsMarkedUp(text) ? MarkupText.Of(text)?.Replace("\n\n", " ", StringComparison.Ordinal)
        : text;
}
