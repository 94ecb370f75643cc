using System.Text.Json;

namespace NewsBot.Archive.Parsing.Json;

/// <summary>Reads members of JSON objects by their names in any case: ninjs 2 writes them in lower case, ninjs 3 does not.</summary>
internal static class JsonFields
{
    /// <summary>
    /// Specifies the reason against a document in which the name of a field is not text. The parser finds that only when it compares the
    /// name, and throws <see cref="InvalidOperationException"/>.
    /// </summary>
    public const string HalfCharacter =
        "has a field whose name contains half a character (such as \\ud800 alone); ask the sender for a complete one";

    /// <summary>Returns the member; null where it is missing.</summary>
    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (element.TryGetProperty(name, out var value))
            return value;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return member.Value;
        }

        return null;
    }

    /// <summary>
    /// Returns the text of the first named member that has one; null where each is missing, blank or not convertible to text.
    /// </summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Member(name) is { } value && TextOf(value) is { } text)
                return text;
        }

        return null;
    }

    /// <summary>Returns the items of a list member; none where it is not a list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>Returns the value as text; null where it is blank, or not a string, a number or a list of strings.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.Array
                    when value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                    string.Join(", ", value.EnumerateArray().Select(item => item.GetString())),
                _ => null,
            };
            return string.IsNullOrWhiteSpace(text) ? null : text;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair.
            return null;
        }
    }
}
