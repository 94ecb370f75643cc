using System.Text.Json;

namespace NewsBot.Archive.Parsing;

/// <summary>The fields of an article's JSON object. Lenient: null and blank are missing, numbers and lists of texts are texts.</summary>
/// <remarks>Not thread-safe. Remembers the first problem, so that a reader of many fields asks once.</remarks>
internal sealed class ArticleLineFields(JsonElement article)
{
    private const int MaxShownChars = 40;

    /// <summary>What is wrong with a field that was asked for; null while nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>The field as it stands; a problem where it is missing.</summary>
    public string Required(string name)
    {
        if (Optional(name) is { } value)
            return value;
        Problem ??= $"has no `{name}`";
        return "";
    }

    /// <summary>The body, which only a JSON string can be.</summary>
    public string Text()
    {
        if (article.TryGetProperty("text", out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            Problem ??= "has a field `text` that is not a string";
        return Required("text");
    }

    /// <summary>The field as it stands; null where it is missing, null or blank.</summary>
    public string? Optional(string name)
    {
        if (!article.TryGetProperty(name, out var value))
            return null;

        var text = value.ValueKind switch
        {
            JsonValueKind.String => StringOf(value, name),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                => string.Join(", ", value.EnumerateArray().Select(item => StringOf(item, name))),
            JsonValueKind.Array or JsonValueKind.Object => Wrong($"has a field `{name}` that is not a string"),
            _ => null,
        };
        if (text?.Contains('\0') == true)
            return Wrong($"has a field `{name}` with a NUL character (\\u0000); take it out");
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>When the article was published, or null.</summary>
    public DateTimeOffset? Published()
    {
        if (Optional("published") is not { } value)
            return null;
        if (PublishedTime.TryParse(value, out var published))
            return published;

        var shown = value.Length > MaxShownChars ? value[..MaxShownChars] + "…" : value;
        Wrong($"has a field `published` that is not known as a date: \"{shown}\"; write 2023-05-03 or 2023-05-03T10:00:00Z");
        return null;
    }

    private string? StringOf(JsonElement value, string name)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // The reader has checked the bytes; what is left is an escaped half of a surrogate pair, which no database keeps.
            return Wrong($"has a field `{name}` with half a character (a lone \\ud83d or the like); write it whole or take it out");
        }
    }

    private string? Wrong(string problem)
    {
        Problem ??= problem;
        return null;
    }
}
