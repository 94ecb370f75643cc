using System.Text.Json.Nodes;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Elements of Adaptive Cards 1.5. Texts are expected safe (<see cref="SafeText.Card"/>).</summary>
internal static class CardElements
{
    /// <summary>The member of a button's data that names what it does.</summary>
    public const string VerbKey = "newsbot";

    public static Attachment Attach(JsonObject card) => new() { ContentType = Attachment.AdaptiveCard, Content = card };

    public static JsonObject Card(IEnumerable<JsonNode?> body, IEnumerable<JsonNode?> actions) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray([.. body]),
        ["actions"] = new JsonArray([.. actions]),
    };

    public static JsonObject Title(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["weight"] = "Bolder", ["wrap"] = true };

    public static JsonObject Text(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };

    public static JsonObject Small(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["size"] = "Small", ["isSubtle"] = true, ["spacing"] = "None" };

    public static JsonObject Group(params IEnumerable<JsonNode?> items) => new() { ["type"] = "Container", ["separator"] = true, ["items"] = new JsonArray([.. items]) };

    /// <summary>Columns of the same width, side by side.</summary>
    public static JsonObject Columns(IEnumerable<IEnumerable<JsonNode?>> columns) => new()
    {
        ["type"] = "ColumnSet",
        ["columns"] = new JsonArray([.. columns.Select(items => new JsonObject { ["type"] = "Column", ["width"] = "stretch", ["items"] = new JsonArray([.. items]) })]),
    };

    public static JsonObject Buttons(params IEnumerable<JsonNode?> actions) => new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. actions]) };

    public static JsonObject Open(string title, string link) => new() { ["type"] = "Action.OpenUrl", ["title"] = title, ["url"] = link };

    /// <summary>A button that works in place, and sends a message where the client knows no universal actions.</summary>
    public static JsonObject Do(string title, string verb, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var button = new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = verb, ["data"] = Data(verb, data) };
        button["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = Data(verb, data) };
        return button;
    }

    private static JsonObject Data(string verb, ReadOnlySpan<(string Name, string Value)> data)
    {
        var members = new JsonObject { [VerbKey] = verb };
        foreach (var (name, value) in data)
            members[name] = value;
        return members;
    }
}
