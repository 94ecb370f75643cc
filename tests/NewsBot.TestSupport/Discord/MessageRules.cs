using System.Text.Json;

namespace NewsBot.TestSupport.Discord;

/// <summary>Checks Discord's rules for messages that are missing from its API description.</summary>
public static class MessageRules
{
    private const int MaxContent = 2000;
    private const int MaxEmbedCharacters = 6000;

    /// <summary>Returns all faults of a message.</summary>
    public static IEnumerable<string> Check(JsonElement message)
    {
        if (Text(message, "content").Length > MaxContent)
            yield return "content is longer than 2,000 characters";
        if (!message.TryGetProperty("allowed_mentions", out var mentions) || mentions.GetRawText() != "{\"parse\":[]}")
            yield return "allowed_mentions is not empty";
        var embeds = Items(message, "embeds");
        if (embeds.Sum(Characters) > MaxEmbedCharacters)
            yield return "the embeds have more than 6,000 characters";
        if (embeds.Any(embed => Items(embed, "fields").Count > 25))
            yield return "an embed has more than 25 fields";
        if (
            embeds
                .SelectMany(embed => Items(embed, "fields"))
                .Any(field => Text(field, "name").Length == 0 || Text(field, "value").Length == 0)
        )
            yield return "a field of an embed is empty";
        if (Items(message, "components").Count > 5)
            yield return "there are more than 5 rows of buttons";
        var buttons = Items(message, "components").SelectMany(row => Items(row, "components")).ToList();
        if (
            buttons.Select(button => Text(button, "custom_id")).Where(id => id.Length > 0).GroupBy(id => id).Any(group => group.Count() > 1)
        )
            yield return "two buttons have the same custom_id";
        if (buttons.Any(button => Text(button, "custom_id").Length == 0))
            yield return "a button has no custom_id";
    }

    /// <summary>Determines whether a message shows anything.</summary>
    public static bool ShowsSomething(JsonElement message) => Text(message, "content").Length > 0 || Items(message, "embeds").Count > 0;

    private static int Characters(JsonElement embed) =>
        Text(embed, "title").Length
        + Text(embed, "description").Length
        + Items(embed, "fields").Sum(field => Text(field, "name").Length + Text(field, "value").Length)
        + (embed.TryGetProperty("footer", out var footer) ? Text(footer, "text").Length : 0)
        + (embed.TryGetProperty("author", out var author) ? Text(author, "name").Length : 0);

    private static string Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static List<JsonElement> Items(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];
}
