using System.Text.Json;

namespace NewsBot.Teams.Turns;

/// <summary>Reads the data sent by a card, which comes from a client and may have any shape.</summary>
internal static class CardInput
{
    private const int MaxChars = 2000;

    /// <summary>Returns a string of moderate length; null for anything else, including half of a surrogate pair.</summary>
    public static string? Text(JsonElement parent, string name)
    {
        if (
            parent.ValueKind != JsonValueKind.Object
            || !parent.TryGetProperty(name, out var value)
            || value.ValueKind != JsonValueKind.String
        )
            return null;
        try
        {
            return value.GetString() is { Length: <= MaxChars } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static JsonElement Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } && parent.Value.TryGetProperty(name, out var value) ? value : default;
}
