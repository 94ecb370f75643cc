using System.Text.Json;
using NewsBot.Archive.Articles;

namespace NewsBot.TestSupport;

/// <summary>Things of which a test does not care what they are.</summary>
public static class Some
{
    /// <summary>An article with what the test cares about.</summary>
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

    /// <summary>A line of a .jsonl file of articles; fields that are null are left out.</summary>
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
