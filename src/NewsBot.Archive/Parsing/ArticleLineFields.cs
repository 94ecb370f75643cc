using System.Globalization;
using System.Text.Json;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Dates;

namespace NewsBot.Archive.Parsing;

/// <summary>The fields of an article's JSON object. Lenient: null and blank are missing, numbers and lists of texts are texts.</summary>
/// <remarks>Not thread-safe. Remembers the first problem, so that a reader of many fields asks once.</remarks>
internal sealed class ArticleLineFields(JsonElement article, DateOrder? order)
{
    private const int MaxShownChars = 40;

    /// <summary>What is wrong with a field that was asked for; null while nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether a date that was asked for could be read in two ways.</summary>
    public bool HasAmbiguousDate { get; private set; }

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

    /// <summary>The date that a field names, or null.</summary>
    /// <param name="name">The field.</param>
    /// <param name="language">The article's language, which tells how 03/05/2023 is read where no setting does.</param>
    public ReadDate? Date(string name, string? language)
    {
        if (Optional(name) is not { } value)
            return null;
        if (DateReader.Read(value, order
            ?? (language is "en-US" ? DateOrder.MonthFirst : DateOrder.DayFirst)) is { IsZoneKnown: true } date)
        {
            HasAmbiguousDate |= date.IsAmbiguous;
            return date;
        }

        Wrong($"has a field `{name}` that is not known as a date: \"{Shown(value)}\"; write 2023-05-03 or 2023-05-03T10:00:00Z");
        return null;
    }

    /// <summary>What this version is to the ones before it.</summary>
    public ArticleState State()
    {
        var value = Optional("state");
        if (value is null)
            return ArticleState.Published;
        if (!char.IsAsciiDigit(value[0]) && Enum.TryParse<ArticleState>(value, ignoreCase: true, out var state))
            return state;
        Wrong($"has a field `state` that is not known: \"{Shown(value)}\"; write published, updated, corrected or killed");
        return ArticleState.Published;
    }

    /// <summary>The number of the version, or null.</summary>
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
