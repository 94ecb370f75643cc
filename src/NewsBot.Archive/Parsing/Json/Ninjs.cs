using System.Text.Json;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;
using NewsBot.Archive.Parsing.Xml;

namespace NewsBot.Archive.Parsing.Json;

/// <summary>Reads an item of ninjs, the IPTC's "News in JSON", of generations 1 (up to 1.4), 2 and 3.</summary>
internal static class Ninjs
{
    private static readonly string[] Marks =
    [
        "versioncreated",
        "body_text",
        "body_xhtml",
        "bodies",
        "headlines",
        "pubstatus",
        "renditions",
        "associations",
        "altids",
        "contentcreated",
        "descriptions",
        "eventDetails",
        "representationtype",
    ];

    /// <summary>Determines whether the object is an item of ninjs: it has a URI and a member that only ninjs has.</summary>
    public static bool Is(JsonElement item) =>
        item.Text("uri") is not null
        && (
            Marks.Any(name => item.Member(name) is not null)
            || item.EnumerateObject().Any(member => member.Name.StartsWith("body_", StringComparison.OrdinalIgnoreCase))
        );

    public static FormatItem Read(JsonElement item)
    {
        var uri = item.Text("uri");
        if (item.Text("type") is { } type && type.ToUpperInvariant() is not ("TEXT" or "COMPOSITE"))
            return FormatItem.Rejected(RejectionKind.UnknownKind, $"is an item of type \"{type}\"; only text is supported", uri);
        var status = item.Text("pubstatus");
        if (!NamedFields.TryState(status, out var state, out var isWithheld))
            return FormatItem.Rejected(
                RejectionKind.Field,
                $"has the unknown pubstatus \"{status}\"; ninjs has usable, withheld and canceled",
                uri
            );

        var headline = OfRole(item.Items("headlines"), "main") ?? item.Text("headline", "title");
        return new FormatItem(
            new ArticleDraft
            {
                Headline = headline,
                Text = WithoutHeadline(Body(item), headline),
                Published = item.Text("versioncreated"),
                OtherwisePublished = item.Text("firstcreated", "contentcreated", "versionstored"),
                Author = item.Text("byline", "by"),
                Outlet =
                    item.Items("infosources")
                        .Concat(item.Items("infosource"))
                        .Select(source => source.Text("name"))
                        .FirstOrDefault(name => name is not null)
                    ?? item.Text("copyrightholder", "infosource", "source", "service"),
                Url = item.Text("link") ?? uri,
                Section = item.Items("genres").Select(genre => genre.Text("name")).FirstOrDefault(name => name is not null),
                Language = item.Text("language"),
                State = state,
                IsWithheld = isWithheld && item.Text("embargoed") is null,
                Embargo = item.Text("embargoed"),
                Version = item.Text("version"),
                ItemId = uri,
                Replaces = item.Text("evolvedfrom"),
                Note = item.Text("ednote"),
            }
        )
        {
            Source = uri,
        };
    }

    // A marked-up body preserves paragraphs best; a description is all that an announcement has.
    private static string? Body(JsonElement item)
    {
        var bodies = item.Items("bodies").ToList();
        foreach (var member in item.EnumerateObject().Where(member => member.Name.StartsWith("body_", StringComparison.OrdinalIgnoreCase)))
        {
            if (
                member.Name.Contains("html", StringComparison.OrdinalIgnoreCase)
                && JsonFields.TextOf(member.Value) is { } html
                && MarkupText.Of(html) is { Length: > 0 } text
            )
                return text;
        }

        return bodies.Select(Marked).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))
            ?? item.Text("body_text")
            ?? bodies.Select(body => body.Text("value")).FirstOrDefault(text => text is not null)
            ?? OfRole(item.Items("descriptions"), "text")
            ?? item.Text("description_text")
            ?? (
                item.EnumerateObject()
                    .Where(member => member.Name.StartsWith("description_", StringComparison.OrdinalIgnoreCase))
                    .Select(member => JsonFields.TextOf(member.Value))
                    .FirstOrDefault(text => text is not null)
                    is { } description
                    ? MarkupText.Of(description)
                    : null
            );
    }

    private static string? Marked(JsonElement body)
    {
        if (body.Text("value") is not { } value)
            return null;
        var type = body.Text("contenttype") ?? body.Text("role") ?? "";
        if (type.Contains("nitf", StringComparison.OrdinalIgnoreCase))
            return XmlFile.Read(value, out _) is { } root ? XmlText.Of(root.Below("body.content") ?? root) : null;
        return type.Contains("html", StringComparison.OrdinalIgnoreCase) || MarkupText.IsMarkedUp(value) ? MarkupText.Of(value) : null;
    }

    private static string? OfRole(IEnumerable<JsonElement> items, string role)
    {
        var values = items.Where(item => item.Text("value") is not null).ToList();
        var chosen = values.FindIndex(item => role.Equals(item.Text("role"), StringComparison.OrdinalIgnoreCase));
        return values.Count == 0 ? null : values[Math.Max(chosen, 0)].Text("value");
    }

    private static string? WithoutHeadline(string? text, string? headline) =>
        text is not null && headline is not null && text.StartsWith(headline + "\n", StringComparison.Ordinal)
            ? text[(headline.Length + 1)..].TrimStart()
            : text;
}
