using System.Text.Json;

namespace NewsBot.Archive.Parsing.Json;

/// <summary>Reads members of JSON objects by their names in any case: ninjs 2 writes them in lower case, ninjs 3 does not.</summary>
internal static class JsonFields
{
    /// <summary>The member; null where it is missing.</summary>
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

    /// <summary>The member's text; null where it is missing, blank or not a string or number.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Member(name) is { } value && TextOf(value) is { } text)
                return text;
        }

        return null;
    }

    /// <summary>The items of the member that is a list; nothing where it is not.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The value as text; null where it is blank, or neither text nor number nor a list of texts.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.Array when value.GetArrayLength() > 0
                    && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                    => string.Join(", ", value.EnumerateArray().Select(item => item.GetString())),
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
