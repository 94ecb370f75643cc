using System.Globalization;
using System.Text.Json;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Dates;

namespace NewsBot.Archive.Parsing;

/// <summary>
/// Reads the fields of an article's JSON object. Lenient: null and blank count as missing, numbers and lists of strings as text.
/// </summary>
/// <remarks>Not thread-safe. Keeps the first problem, so that a caller that reads many fields checks once.</remarks>
internal sealed class ArticleLineFields(JsonElement article, DateOrder? order)
{
    private const int MaxShownChars = 40;

    /// <summary>Gets the first problem with a field that was read; null while there is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>Gets a value indicating whether a date that was read could mean two days.</summary>
    public bool HasAmbiguousDate { get; private set; }

    /// <summary>Returns the field unchanged; a missing one is a problem.</summary>
    public string Required(string name)
    {
        if (Optional(name) is { } value)
            return value;
        Problem ??= $"has no `{name}`";
        return "";
    }

    /// <summary>Returns the body, which must be a JSON string.</summary>
    public string Text()
    {
        if (article.TryGetProperty("text", out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            Problem ??= "has a field `text` that is not a string";
        return Required("text");
    }

    /// <summary>Returns the field unchanged; null where it is missing, null or blank.</summary>
    public string? Optional(string name)
    {
        if (!article.TryGetProperty(name, out var value))
            return null;

        var text = value.ValueKind switch
        {
            JsonValueKind.String => StringOf(value, name),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => string.Join(
                ", ",
                value.EnumerateArray().Select(item => StringOf(item, name))
            ),
            JsonValueKind.Array or JsonValueKind.Object => Wrong($"has a field `{name}` that is not a string"),
            _ => null,
        };
        if (text?.Contains('\0') == true)
            return Wrong($"has a field `{name}` with a NUL character (\\u0000); remove it");
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>Returns the date in a field, or null.</summary>
    /// <param name="name">The field.</param>
    /// <param name="language">The article's language, which decides how 03/05/2023 is read where no setting does.</param>
    public ReadDate? Date(string name, string? language)
    {
        if (Optional(name) is not { } value)
            return null;
        if (
            DateReader.Read(value, order ?? (language is "en-US" ? DateOrder.MonthFirst : DateOrder.DayFirst)) is { IsZoneKnown: true } date
        )
        {
            HasAmbiguousDate |= date.IsAmbiguous;
            return date;
        }

        Wrong($"has a field `{name}` that is not a recognised date: \"{Shown(value)}\"; write 2023-05-03 or 2023-05-03T10:00:00Z");
        return null;
    }

    /// <summary>Returns the relation of this version to the ones before it.</summary>
    public ArticleState State()
    {
        var value = Optional("state");
        if (value is null)
            return ArticleState.Published;
        if (!char.IsAsciiDigit(value[0]) && Enum.TryParse<ArticleState>(value, ignoreCase: true, out var state))
            return state;
        Wrong($"has an unknown `state`: \"{Shown(value)}\"; write published, updated, corrected or killed");
        return ArticleState.Published;
    }

    /// <summary>Returns the number of the version, or null.</summary>
    public int? Version()
    {
        if (Optional("version") is not { } value)
            return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return version;
        Wrong($"has a field `version` that is not a whole number: \"{Shown(value)}\"");
        return null;
    }

    private static string Shown(string value) => value.Length > MaxShownChars ? value[..MaxShownChars] + "…" : value;

    private string? StringOf(JsonElement value, string name)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // The bytes have been checked; what remains is an escaped half of a surrogate pair, which no database keeps.
            return Wrong($"has a field `{name}` with an incomplete character (such as a lone \\ud83d); complete or remove it");
        }
    }

    private string? Wrong(string problem)
    {
        Problem ??= problem;
        return null;
    }
}
