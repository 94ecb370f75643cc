using System.Text.Json;
using System.Text.Unicode;

namespace NewsBot.Archive.Parsing.Json;

/// <summary>
/// Checks that a JSON text consists of whole characters. The parser accepts bytes that are not UTF-8, and escaped halves of surrogate pairs
/// (\ud800 alone); both fail only when the string is read or written, long after the text was accepted. Thread-safe.
/// </summary>
public static class JsonCharacters
{
    /// <summary>Parses a text of whole characters; <see cref="JsonException"/> for any other, and for what is not JSON.</summary>
    /// <param name="json">UTF-8, of any length; kept until the document is disposed of.</param>
    /// <param name="options">How it is parsed.</param>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, JsonDocumentOptions options = default) =>
        AreWhole(json.Span)
            ? JsonDocument.Parse(json, options)
            : throw new JsonException("The text contains bytes that are not UTF-8, or half a character.");

    /// <summary>Determines whether every string of a text can be read; true for what is not JSON, which the parser refuses.</summary>
    /// <param name="json">UTF-8, of any length; comments and trailing commas are allowed.</param>
    public static bool AreWhole(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            return false;
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
            return true;
        var reader = new Utf8JsonReader(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }
}
