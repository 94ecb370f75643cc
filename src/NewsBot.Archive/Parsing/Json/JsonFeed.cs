using System.Text.Json;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Markup;

namespace NewsBot.Archive.Parsing.Json;

/// <summary>Reads a JSON Feed, version 1 or 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    public static bool Is(JsonElement root) =>
        root.Text("version") is { } version && version.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<FormatItem> Read(JsonElement feed)
    {
        var outlet = feed.Text("title");
        var feedAuthor = AuthorOf(feed);
        return feed.Items("items").Select((item, index) =>
        {
            var id = item.Text("id", "url");
            var html = item.Text("content_html");
            var text = (html is null ? null : MarkupText.Of(html)) is { Length: > 0 } body ? body : item.Text("content_text", "summary");
            return new FormatItem(new ArticleDraft
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
            })
            { Number = index + 1, Source = id };
        });
    }

    private static string? AuthorOf(JsonElement element)
    {
        var names = string.Join(", ", element.Items("authors").Select(author => author.Text("name")).Where(name => name is not null));
        return names.Length > 0 ? names : element.Member("author")?.Text("name");
    }
}
