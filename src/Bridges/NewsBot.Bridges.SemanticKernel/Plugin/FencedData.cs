using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace NewsBot.Bridges.SemanticKernel.Plugin;

/// <summary>Texts of articles as data for a model.</summary>
internal static class FencedData
{
    // Writes the grave accent and the angle brackets as escapes: no text of an article closes the fence or opens a tag.
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>One JSON object a line, between fences.</summary>
    public static string Of(string name, IEnumerable<ShownText> texts) =>
        $"```{name}\n{string.Concat(texts.Select(text => JsonSerializer.Serialize(text, Lines) + "\n"))}```";
}
