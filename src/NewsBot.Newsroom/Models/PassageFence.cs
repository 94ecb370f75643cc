using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Newsroom.Models;

/// <summary>Writes texts of articles and people as data for a language model: JSON lines between fences that no text can close.</summary>
internal static class PassageFence
{
    // Escapes the grave accent and the angle brackets, so that no text of an article closes the fence or opens a tag.
    private static readonly JsonWriterOptions Data = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the passages of a turn from a position on, each with the id that the language model may cite.</summary>
    public static string OfTurn(ShownPassages shown, int first) =>
        Fence(
            "passages",
            Enumerable
                .Range(first, shown.Count - first)
                .Select(position =>
                    Json(writer =>
                    {
                        var (id, passage) = shown[position];
                        writer.WriteStartObject();
                        writer.WriteString("passage", id);
                        Write(writer, passage.Article.Article);
                        writer.WriteString("text", passage.Text);
                        writer.WriteEndObject();
                    })
                )
        );

    /// <summary>
    /// Writes parts of articles outside a turn, each with its source and its offset in the article's text, in UTF-16 code units.
    /// </summary>
    public static string OfArticles(string name, IEnumerable<(Article Article, TextRange Range)> parts) =>
        Fence(
            name,
            parts.Select(part =>
                Json(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("source", part.Article.Source);
                    Write(writer, part.Article);
                    writer.WriteNumber("start", part.Range.Start);
                    writer.WriteString("text", part.Range.In(part.Article.Text));
                    writer.WriteEndObject();
                })
            )
        );

    /// <summary>Writes what people said, one line each.</summary>
    public static string OfConversation(IEnumerable<string> texts) => Fence("conversation", texts.Select(Quoted));

    /// <summary>Writes a text as a JSON string.</summary>
    public static string Quoted(string text) => Json(writer => writer.WriteStringValue(text));

    private static void Write(Utf8JsonWriter writer, Article article)
    {
        if (article.PublishedOn is { } day)
            writer.WriteString("published", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteString("headline", article.Headline);
    }

    private static string Fence(string name, IEnumerable<string> lines) =>
        $"```{name}\n{string.Concat(lines.Select(line => line + "\n"))}```";

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Data))
            write(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
