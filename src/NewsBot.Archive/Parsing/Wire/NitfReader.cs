using System.Xml.Linq;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Xml;

namespace NewsBot.Archive.Parsing.Wire;

/// <summary>Reads a document in the IPTC's News Industry Text Format, 2.5 to 3.6.</summary>
internal sealed class NitfReader : IArticleFormatReader
{
    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        if (XmlFile.Read(file.Text, out var problem) is not { } root)
            return [FormatItem.Rejected(RejectionKind.Malformed, problem!)];

        var items = root.Is("nitf") ? [root] : root.Descendants().Where(element => element.Is("nitf")).ToList();
        return items.Count switch
        {
            0 => [FormatItem.Rejected(RejectionKind.Malformed, "contains no nitf element")],
            1 => [Item(items[0])],
            _ => items.Select((item, index) => Item(item) with { Number = index + 1 }),
        };
    }

    private static FormatItem Item(XElement nitf)
    {
        var data = nitf.Below("docdata");
        var revision = nitf.Below("revision-history");
        var key = data.Child("du-key");
        var publication = nitf.Below("pubdata");
        var id = data.Child("doc-id");
        return new FormatItem(
            new ArticleDraft
            {
                Headline = Nitf.Headline(nitf),
                Text = Nitf.Text(nitf),
                Published = Date(data.Child("date.release")) ?? Date(data.Child("date.issue")),
                OtherwisePublished =
                    publication.ValueOf("date.publication")
                    ?? Date(nitf.Below("story.date"))
                    ?? nitf.Below("story.date").Text()
                    ?? data.Child("date.issue").Text(),
                Author = Nitf.Author(nitf),
                Outlet =
                    publication.ValueOf("name")
                    ?? id.ValueOf("regsrc")
                    ?? nitf.Below("distributor").Text()
                    ?? data.Child("doc.copyright").ValueOf("holder"),
                Url = publication.ValueOf("ex-ref"),
                Section = publication.ValueOf("position.section") ?? nitf.Below("tobject").ValueOf("tobject.type"),
                Language = nitf.ValueOf("lang") ?? nitf.Child("body").ValueOf("lang"),
                State = StateOf(data, nitf),
                Embargo = EmbargoOf(data),
                IsWithheld =
                    data.ValueOf("management-status") is "withheld"
                    || (data.ValueOf("management-status") is "embargoed" && EmbargoOf(data) is null),
                Version = key.ValueOf("version") ?? revision.ValueOf("version"),
                ItemId = key.ValueOf("key") ?? id.ValueOf("id-string"),
                Note = data.Child("ed-msg").ValueOf("info") ?? data.Child("ed-msg").Text() ?? data.Child("correction").ValueOf("info"),
                Replaces = data.Child("correction").ValueOf("id-string"),
            }
        )
        {
            Source = id.ValueOf("id-string"),
        };
    }

    // NITF 3.6: docdata's management-status is usable, embargoed, withheld or canceled; the scope gives the document's relation to
    // others.
    private static ArticleState StateOf(XElement? data, XElement nitf)
    {
        if (NamedFields.TryState(data.ValueOf("management-status"), out var state, out _) && state != ArticleState.Published)
            return state;
        var scopes = data.Children("doc-scope")
            .Select(scope => scope.ValueOf("scope"))
            .Append(nitf.ValueOf("change.type"))
            .OfType<string>();
        foreach (var scope in scopes)
        {
            if (NamedFields.TryState(scope, out state, out _) && state != ArticleState.Published)
                return state;
        }

        return data.Child("correction") is not null ? ArticleState.Corrected : ArticleState.Published;
    }

    private static string? EmbargoOf(XElement? data) =>
        data.ValueOf("management-status") is "embargoed" ? Date(data.Child("date.release")) : null;

    private static string? Date(XElement? element) => element.ValueOf("norm");
}
