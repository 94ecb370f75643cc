using System.Text.Json;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;

namespace NewsBot.Archive.Parsing.Json;

/// <summary>Reads a file that is one JSON document: ninjs, a JSON Feed, an article in the form of JSON lines, or a list of these.</summary>
internal sealed class JsonReader : IArticleFormatReader
{
    internal static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = 64,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        JsonDocument? document = null;
        FormatItem? rejection = null;
        try
        {
            document = JsonDocument.Parse(file.Text, Options);
        }
        catch (JsonException error)
        {
            rejection = FormatItem.Rejected(RejectionKind.Malformed, $"is not valid JSON near line {(error.LineNumber ?? 0) + 1}");
        }

        if (rejection is not null)
            return [rejection];
        using (document)
        {
            try
            {
                return [.. Items(document!.RootElement, file.Outlet)];
            }
            catch (InvalidOperationException)
            {
                return [FormatItem.Rejected(RejectionKind.Malformed, JsonFields.HalfCharacter)];
            }
        }
    }

    private static IEnumerable<FormatItem> Items(JsonElement root, string? outlet)
    {
        if (root.ValueKind == JsonValueKind.Object && JsonFeed.Is(root))
            return JsonFeed.Read(root, outlet);
        if (root.ValueKind == JsonValueKind.Object && root.Items("articles").Any())
            return List(root.Items("articles"));
        if (root.ValueKind == JsonValueKind.Array)
            return List(root.EnumerateArray());
        return [One(root)];
    }

    private static IEnumerable<FormatItem> List(IEnumerable<JsonElement> items) =>
        items.Select((item, index) => One(item) with { Number = index + 1 });

    private static FormatItem One(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return FormatItem.Rejected(RejectionKind.Malformed, "is not a JSON object with the fields of an article");
        if (Ninjs.Is(item))
            return Ninjs.Read(item);

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in item.EnumerateObject())
        {
            if (NamedFields.Canonical(member.Name) is { } name && ValueOf(member.Value) is { } value)
                fields.TryAdd(name, value);
        }

        if (!fields.TryGetValue("text", out var text))
        {
            return
                fields.TryGetValue("state", out var state)
                && NamedFields.TryState(state, out var known, out _)
                && known == Articles.ArticleState.Killed
                ? NamedFields.Item(fields)
                : FormatItem.Rejected(
                    RejectionKind.UnknownKind,
                    "is JSON of an unknown kind; supported are: ninjs, JSON Feed, and objects with `text`"
                );
        }

        if (MarkupText.PlainOf(text) is { Length: > 0 } plain)
            fields["text"] = plain;
        return NamedFields.Item(fields);
    }

    // "author": {"name": "…"} and "publisher": {"name": "…"}, as schema.org writes them.
    private static string? ValueOf(JsonElement value) => JsonFields.TextOf(value) ?? value.Text("name");
}
