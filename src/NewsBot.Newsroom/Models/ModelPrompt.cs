using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.AI;

namespace NewsBot.Newsroom.Models;

/// <summary>What the model is told: the reviewed files of <c>Models/Prompts</c>, and passages and questions as data that cannot leave its fence.</summary>
internal static class ModelPrompt
{
    // Writes the grave accent and the angle brackets as escapes: no text of an article closes the fence or opens a tag.
    private static readonly JsonWriterOptions Data = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The rules of an answer.</summary>
    public static string Answer { get; } = Read("answer");

    /// <summary>The rules of a rewritten question.</summary>
    public static string Rewrite { get; } = Read("rewrite");

    /// <summary>The messages that open a turn.</summary>
    public static List<ChatMessage> Open(string question, ShownPassages shown) =>
    [
        new(ChatRole.System, Answer),
        new(ChatRole.User, $"{Fence(shown, 0)}\n\nQuestion, as data: {Json(writer => writer.WriteStringValue(question))}"),
    ];

    /// <summary>Passages as JSON lines in a fence, from the one at a position on.</summary>
    public static string Fence(ShownPassages shown, int first)
    {
        var text = new StringBuilder("```passages\n");
        for (var i = first; i < shown.Count; i++)
        {
            var (id, passage) = shown[i];
            text.Append(Json(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("passage", id);
                if (passage.Article.Article.PublishedOn is { } day) writer.WriteString("published", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                writer.WriteString("headline", passage.Article.Article.Headline);
                writer.WriteString("text", passage.Text);
                writer.WriteEndObject();
            })).Append('\n');
        }

        return text.Append("```").ToString();
    }

    /// <summary>The messages that ask for a question which needs no conversation.</summary>
    public static List<ChatMessage> OpenRewrite(IReadOnlyList<string> earlier, string question) =>
    [
        new(ChatRole.System, Rewrite),
        new(ChatRole.User, "```conversation\n" + string.Concat(earlier.Append(question).Select(text => Json(writer => writer.WriteStringValue(text)) + "\n")) + "```"),
    ];

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Data)) write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Read(string name)
    {
        using var stream = typeof(ModelPrompt).Assembly.GetManifestResourceStream($"Prompt.{name}") ?? throw new InvalidOperationException($"The prompt {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
