using System.Xml.Linq;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;
using NewsBot.Archive.Parsing.Xml;

namespace NewsBot.Archive.Parsing.Wire;

/// <summary>Reads NewsML 1.0 to 1.2.</summary>
internal sealed class NewsMl1Reader : IArticleFormatReader
{
    // The roles of components that are not the article.
    private static readonly string[] OtherRoles =
    [
        "StyleSheet",
        "HeadLine",
        "SubHeadLine",
        "Logo",
        "Contact",
        "Caption",
        "Photo",
        "Picture",
        "Graphic",
        "Video",
        "Audio",
        "Thumbnail",
        "Preview",
        "Quicklook",
        "Multimedia",
        "SmartLink",
        "CompanyInformation",
        "Translation",
    ];

    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        if (XmlFile.Read(file.Text, out var problem) is not { } root)
            return [FormatItem.Rejected(RejectionKind.Malformed, problem!)];
        var items = root.Children("NewsItem").ToList();
        return items.Count switch
        {
            0 => [FormatItem.Rejected(RejectionKind.NoText, "is a NewsML file without a news item")],
            1 => [Item(items[0], root)],
            _ => items.Select(
                (item, index) =>
                    Item(item, root) is var read && read.Draft is { } draft && read.Source is not null
                        ? read with
                        {
                            Number = index + 1,
                            Draft = draft with { Source = read.Source },
                        }
                        : read with
                        {
                            Number = index + 1,
                        }
            ),
        };
    }

    private static FormatItem Item(XElement item, XElement root)
    {
        var identifier = item.Below("NewsIdentifier");
        var management = item.Child("NewsManagement");
        var revision = identifier.Child("RevisionId");
        var id = IdOf(identifier);
        var status = management.Child("Status").ValueOf("FormalName");
        if (!NamedFields.TryState(status, out var state, out var isWithheld))
            return FormatItem.Rejected(
                RejectionKind.Field,
                $"has the unknown status \"{status}\"; NewsML has Usable, Embargoed, Withheld and Canceled",
                id
            );

        var instruction = management.Child("Instruction").ValueOf("FormalName");
        if (state == ArticleState.Published && instruction is not null)
            state =
                instruction.Contains("Correct", StringComparison.OrdinalIgnoreCase) ? ArticleState.Corrected
                : instruction.Contains("Update", StringComparison.OrdinalIgnoreCase) || revision.ValueOf("Update") is "U"
                    ? ArticleState.Updated
                : instruction.Contains("Delete", StringComparison.OrdinalIgnoreCase)
                || instruction.Contains("Kill", StringComparison.OrdinalIgnoreCase)
                    ? ArticleState.Killed
                : state;
        var lifted = management.Child("StatusWillChange").Child("DateAndTime").Text();
        return new FormatItem(
            new ArticleDraft
            {
                Headline = item.Below("HeadLine").Text() ?? item.Below("hl1").Text() ?? item.Below("Headline").Text(),
                Text = BodyOf(item),
                Published = management.Child("ThisRevisionCreated").Text(),
                OtherwisePublished = management.Child("FirstCreated").Text() ?? root.Child("NewsEnvelope").Child("DateAndTime").Text(),
                Author = item.Below("ByLine").Text() ?? Nitf.Author(item.Below("nitf")),
                Outlet =
                    item.Below("Provider").Child("Party").ValueOf("FormalName")
                    ?? root.Child("NewsEnvelope").Child("NewsService").ValueOf("FormalName")
                    ?? root.Child("NewsEnvelope").Child("SentFrom").Child("Party").ValueOf("FormalName")
                    ?? identifier.Child("ProviderId").Text(),
                Url = item.Descendants()
                    .FirstOrDefault(element =>
                        element.Is("NewsLineType")
                        && element.ValueOf("FormalName")?.Contains("permalink", StringComparison.OrdinalIgnoreCase) == true
                    )
                    ?.Parent.Child("NewsLineText")
                    .Text(),
                Section = root.Child("NewsEnvelope").Child("NewsProduct").ValueOf("FormalName"),
                Language =
                    item.Below("DescriptiveMetadata").Child("Language").ValueOf("FormalName")
                    ?? item.Below("Language").ValueOf("FormalName"),
                State = state,
                Embargo = isWithheld ? lifted : null,
                IsWithheld = isWithheld && lifted is null,
                Version = revision.Text(),
                ItemId = id,
                Replaces = management.Child("DerivedFrom").ValueOf("NewsItem"),
                Note =
                    item.Descendants()
                        .FirstOrDefault(element =>
                            element.Is("NewsLineType")
                            && element.ValueOf("FormalName")?.Contains("EditorialNote", StringComparison.OrdinalIgnoreCase) == true
                        )
                        ?.Parent.Child("NewsLineText")
                        .Text()
                    ?? management.Child("UsageType").Text(),
            }
        )
        {
            Source = id,
        };
    }

    // The public identifier without its revision, which differs between versions of one item.
    private static string? IdOf(XElement? identifier)
    {
        if (identifier.Child("PublicIdentifier").Text() is not { } id)
            return identifier.Child("NewsItemId").Text();
        var revision = identifier.Child("RevisionId").Text();
        var end = id.LastIndexOf(':');
        return revision is not null && end > 0 && id[(end + 1)..].TrimEnd('N', 'U', 'A').Equals(revision, StringComparison.Ordinal)
            ? id[..end]
            : id;
    }

    private static string? BodyOf(XElement item)
    {
        var bodies = item.Descendants().Where(element => element.Is("ContentItem")).Where(content => !IsOther(content)).ToList();
        var marked = bodies.FirstOrDefault(content =>
            RoleOf(content)?.Equals("Body", StringComparison.OrdinalIgnoreCase) == true
            || RoleOf(content)?.Equals("Main", StringComparison.OrdinalIgnoreCase) == true
        );
        return (marked is null ? bodies : bodies.Prepend(marked)).Select(TextOf).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
    }

    private static bool IsOther(XElement content)
    {
        if (
            content.Child("MimeType").ValueOf("FormalName") is { } type
            && (!type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Contains("css", StringComparison.OrdinalIgnoreCase))
            && !type.Contains("xml", StringComparison.OrdinalIgnoreCase)
        )
            return true;
        return RoleOf(content) is { } role && OtherRoles.Contains(role, StringComparer.OrdinalIgnoreCase);
    }

    private static string? RoleOf(XElement content) => content.Parent.Child("Role").ValueOf("FormalName");

    private static string? TextOf(XElement content)
    {
        if (content.Child("DataContent") is not { } data)
            return null;
        return data.Below("nitf") is { } nitf ? Nitf.Text(nitf)
            : data.HasElements ? XmlText.Of(data)
            : MarkupText.PlainOf(data.Value).AsParagraphs();
    }
}
