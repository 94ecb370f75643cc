using System.Text.Json;
using AngleSharp.Dom;

namespace NewsBot.Archive.Parsing.Pages;

/// <summary>Reads schema.org's description of an article from a page's JSON-LD.</summary>
internal static class JsonLd
{
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    /// <summary>Returns the description of the article; empty where there is none.</summary>
    public static PageData Read(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(WithoutRawLineEnds(script.TextContent), Lenient);
                if (Articles(json.RootElement, 0).FirstOrDefault() is { ValueKind: JsonValueKind.Object } article)
                    return Of(article);
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                // Half of the scripts on the web are written by templates; the page's other fields are still read.
                // InvalidOperationException: half a character in a name, see JsonCharacters.
            }
        }

        return new PageData();
    }

    private static PageData Of(JsonElement article) =>
        new()
        {
            Headline = Text(article, "headline") ?? Text(article, "name"),
            Published = Text(article, "datePublished") ?? Text(article, "dateCreated") ?? Text(article, "dateModified"),
            Author = Names(article, "author") ?? Names(article, "creator"),
            Outlet = Names(article, "publisher") ?? Names(article, "sourceOrganization"),
            Url = Text(article, "url") ?? Id(article, "mainEntityOfPage"),
            Section = Text(article, "articleSection"),
            Language = Text(article, "inLanguage"),
            Text = Text(article, "articleBody"),
        };

    private static IEnumerable<JsonElement> Articles(JsonElement element, int depth)
    {
        if (depth > 4)
            yield break;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var found in element.EnumerateArray().SelectMany(item => Articles(item, depth + 1)))
                yield return found;
        }

        if (element.ValueKind != JsonValueKind.Object)
            yield break;
        if (IsArticle(element))
            yield return element;
        foreach (var name in new[] { "@graph", "mainEntity", "mainEntityOfPage", "hasPart" })
        {
            if (!element.TryGetProperty(name, out var inner))
                continue;
            foreach (var found in Articles(inner, depth + 1))
                yield return found;
        }
    }

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : Enumerable.Repeat(type, 1)).Any(name =>
            name.ValueKind == JsonValueKind.String
            && name.GetString() is { } text
            && (
                text.EndsWith("Article", StringComparison.Ordinal)
                || text.EndsWith("Posting", StringComparison.Ordinal)
                || text.EndsWith("Report", StringComparison.Ordinal)
            )
        );

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array)
            value = value.EnumerateArray().FirstOrDefault(item => item.ValueKind == JsonValueKind.String);
        return value.ValueKind == JsonValueKind.String && StringOf(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    private static string? Id(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.Object
                ? Text(value, "@id")
                : Text(element, name)
            : null;

    // One name or object with a name, or a list of these.
    private static string? Names(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;
        var names = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1))
            .Select(item =>
                item.ValueKind == JsonValueKind.Object ? Text(item, "name")
                : item.ValueKind == JsonValueKind.String ? StringOf(item)
                : null
            )
            .Where(item => !string.IsNullOrWhiteSpace(item) && !item.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            .Select(item => item!.Trim())
            .Distinct(StringComparer.Ordinal);
        var joined = string.Join(", ", names);
        return joined.Length == 0 ? null : joined;
    }

    private static string? StringOf(JsonElement value)
    {
        try
        {
            return System.Net.WebUtility.HtmlDecode(value.GetString());
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Templates leave line ends inside strings, where JSON requires \n; elsewhere a space means the same.
    private static string WithoutRawLineEnds(string json) => json.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').Trim();
}
