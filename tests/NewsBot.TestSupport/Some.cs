using System.Text.Json;
using NewsBot.Archive.Articles;

namespace NewsBot.TestSupport;

/// <summary>Creates objects whose details do not matter to a test.</summary>
public static class Some
{
    /// <summary>Returns an article with the details that matter to the test.</summary>
    public static Article Article(
        string source = "a.txt",
        string text = "Drones were aimed at the Kremlin. They were disabled.",
        string? headline = null
    ) =>
        new()
        {
            Source = source,
            Headline = headline ?? $"Headline of {source}",
            Text = text,
        };

    /// <summary>Returns a line of a .jsonl file of articles; omits null fields.</summary>
    public static string ArticleLine(
        string source,
        string text,
        string? headline = null,
        string? published = null,
        string? outlet = null,
        string? url = null
    )
    {
        var fields = new Dictionary<string, string?>
        {
            ["source"] = source,
            ["text"] = text,
            ["headline"] = headline,
            ["published"] = published,
            ["outlet"] = outlet,
            ["url"] = url,
        };
        return JsonSerializer.Serialize(fields.Where(field => field.Value is not null).ToDictionary());
    }
}
