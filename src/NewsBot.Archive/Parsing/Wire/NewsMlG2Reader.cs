using System.Xml.Linq;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;
using NewsBot.Archive.Parsing.Xml;

namespace NewsBot.Archive.Parsing.Wire;

/// <summary>Reads NewsML-G2: a news item, or a message with several. From a package, only the items contained in it are read.</summary>
internal sealed class NewsMlG2Reader : IArticleFormatReader
{
    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        if (XmlFile.Read(file.Text, out var problem) is not { } root)
            return [FormatItem.Rejected(RejectionKind.Malformed, problem!)];
        if (root.Is("newsItem"))
            return [Item(root)];
        // A fragment, as in examples and some deliveries.
        if (root.Is("contentSet"))
            return [Item(new XElement("newsItem", root))];

        var items = root.Descendants().Where(element => element.Is("newsItem")).ToList();
        if (items.Count > 0)
            return items.Select(
                (item, index) =>
                    Item(item) is var read && read.Draft is { } draft && read.Source is not null
                        ? read with
                        {
                            Number = index + 1,
                            Draft = draft with { Source = read.Source },
                        }
                        : read with
                        {
                            Number = index + 1,
                        }
            );
        return
        [
            FormatItem.Rejected(
                RejectionKind.UnknownKind,
                root.Is("packageItem")
                    ? "is a package that lists items without containing them; ingest the items"
                    : $"contains a {root.Name.LocalName}, which is not a news item"
            ),
        ];
    }

    private static FormatItem Item(XElement item)
    {
        var guid = item.ValueOf("guid");
        var management = item.Child("itemMeta");
        var content = item.Child("contentMeta");
        if (Code(management.Child("itemClass")) is { } kind && kind is not ("text" or "composite"))
            return FormatItem.Rejected(RejectionKind.UnknownKind, $"is an item of class \"{kind}\"; only text is supported", guid);
        var status = Code(management.Child("pubStatus"));
        if (!NamedFields.TryState(status, out var state, out var isWithheld))
            return FormatItem.Rejected(
                RejectionKind.Field,
                $"has the unknown pubStatus \"{status}\"; NewsML-G2 has usable, withheld and canceled",
                guid
            );

        var signals = management.Children("signal").Select(Code).OfType<string>().ToList();
        if (state == ArticleState.Published)
        {
            state =
                signals.Any(signal => signal.StartsWith("correct", StringComparison.OrdinalIgnoreCase)) ? ArticleState.Corrected
                : signals.Any(signal => signal is "update" or "writethru" or "writethrough") ? ArticleState.Updated
                : signals.Any(signal => signal is "kill" or "retraction" or "withdrawal") ? ArticleState.Killed
                : state;
        }

        var embargo = management.Child("embargoed");
        var nitf = item.Below("nitf");
        var previous = item.Children("itemMeta")
            .SelectMany(meta => meta.Children("link"))
            .FirstOrDefault(link => Code(link, "rel") is { } rel && rel.Equals("previousVersion", StringComparison.OrdinalIgnoreCase));
        return new FormatItem(
            new ArticleDraft
            {
                Headline = content.Child("headline").Text() ?? Nitf.Headline(nitf) ?? management.Child("title").Text(),
                Text =
                    BodyOf(item)
                    ?? content
                        .Children("description")
                        .Select(description => description.Text().AsParagraphs())
                        .FirstOrDefault(text => text is not null),
                Published = management.Child("versionCreated").Text(),
                OtherwisePublished =
                    management.Child("firstCreated").Text()
                    ?? content.Child("contentModified").Text()
                    ?? content.Child("contentCreated").Text(),
                Author = content.Child("by").Text() ?? NameOf(content.Child("creator")) ?? Nitf.Author(nitf),
                Outlet =
                    NameOf(content.Child("infoSource"))
                    ?? NameOf(management.Child("provider"))
                    ?? NameOf(item.Child("rightsInfo").Child("copyrightHolder")),
                Url = guid,
                Section = management
                    .Children("service")
                    .Concat(content.Children("genre"))
                    .Select(element => element.Child("name").Text())
                    .FirstOrDefault(name => name is not null),
                Language = content.Child("language").ValueOf("tag") ?? item.ValueOf("lang"),
                State = state,
                Embargo = embargo.Text(),
                // "If the element exists but has no value, the embargo holds until further notice" (NewsML-G2 guidelines, embargoed).
                IsWithheld = isWithheld || (embargo is not null && embargo.Text() is null),
                Version = item.ValueOf("version"),
                ItemId = guid,
                Replaces = previous.ValueOf("residref") ?? previous.ValueOf("href"),
                Note = management
                    .Children("edNote")
                    .Concat(content.Children("edNote"))
                    .Select(note => note.Text())
                    .FirstOrDefault(note => note is not null),
            }
        )
        {
            Source = guid,
        };
    }

    private static string? BodyOf(XElement item)
    {
        if (item.Child("contentSet") is not { } set)
            return null;
        foreach (var inline in set.Elements().Where(element => element.Is("inlineXML") || element.Is("inlineData")))
        {
            var type = inline.ValueOf("contenttype") ?? "";
            if (type.Contains("sport", StringComparison.OrdinalIgnoreCase) || type.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
                continue;
            var text =
                inline.Below("nitf") is { } nitf ? Nitf.Text(nitf)
                : inline.Elements().FirstOrDefault() is { } markup ? (IsMarkup(markup) ? XmlText.Of(markup.Below("body") ?? markup) : null)
                : MarkupText.PlainOf(inline.Value).AsParagraphs();
            if (!string.IsNullOrWhiteSpace(text))
                return text;
        }

        return null;
    }

    // Tables of results and events are also XML, but have no sentences.
    private static bool IsMarkup(XElement element) =>
        element.DescendantsAndSelf().Any(inner => inner.Is("p") || inner.Is("body") || inner.Is("div"));

    private static string? NameOf(XElement? party) => party.Child("name").Text() ?? party.ValueOf("literal");

    // "stat:usable", or the same as a URI.
    private static string? Code(XElement? element) => Code(element, "qcode") ?? Code(element, "uri");

    private static string? Code(XElement? element, string attribute) =>
        element.ValueOf(attribute) is { } code ? code[(code.LastIndexOfAny([':', '/', '#']) + 1)..] : null;
}
