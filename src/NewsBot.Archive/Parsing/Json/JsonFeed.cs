using System.Text.Json;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;

namespace NewsBot.Archive.Parsing.Json;

/// <summary>Reads a JSON Feed, version 1 or 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    public static bool Is(JsonElement root) =>
        root.Text("version") is { } version && version.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase);

    /// <summary>Determines whether a text is a JSON Feed.</summary>
    public static bool IsIn(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, JsonReader.Options);
            return document.RootElement.ValueKind == JsonValueKind.Object && Is(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Returns the items.</summary>
    /// <param name="feed">The document.</param>
    /// <param name="outlet">The outlet; null: as the feed itself says.</param>
    public static IEnumerable<FormatItem> Read(JsonElement feed, string? outlet)
    {
        outlet ??= feed.Text("title");
        var feedAuthor = AuthorOf(feed);
        return feed.Items("items")
            .Select(
                (item, index) =>
                {
                    var id = item.Text("id", "url");
                    var html = item.Text("content_html");
                    var text = (html is null ? null : MarkupText.Of(html)) is { Length: > 0 } body
                        ? body
                        : item.Text("content_text", "summary");
                    return new FormatItem(
                        new ArticleDraft
                        {
                            Source = id,
                            Headline = item.Text("title"),
                            Text = text,
                            Published = item.Text("date_published", "date_modified"),
                            Author = AuthorOf(item) ?? feedAuthor,
                            Outlet = outlet,
                            Url = item.Text("url", "external_url"),
                            Language = item.Text("language") ?? feed.Text("language"),
                            ItemId = id,
                        }
                    )
                    {
                        Number = index + 1,
                        Source = id,
                    };
                }
            );
    }

    private static string? AuthorOf(JsonElement element)
    {
        var names = string.Join(", ", element.Items("authors").Select(author => author.Text("name")).Where(name => name is not null));
        return names.Length > 0 ? names : element.Member("author")?.Text("name");
    }
}
