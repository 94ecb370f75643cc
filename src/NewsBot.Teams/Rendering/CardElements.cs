using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Creates elements of Adaptive Cards 1.5. Texts must be safe (<see cref="SafeText.Card(string)"/>).</summary>
internal static class CardElements
{
    /// <summary>Specifies the member of a button's data that names its action.</summary>
    public const string VerbKey = "newsbot";

    private const int MaxSummaryChars = 200;
    private const int MaxSentenceChars = 700;

    public static Attachment Attach(JsonObject card) => new() { ContentType = Attachment.AdaptiveCard, Content = card };

    /// <summary>Returns a message of a card, and nothing else: clients show text with it as a separate message.</summary>
    /// <param name="summary">The text of notifications; plain.</param>
    /// <param name="card">The card.</param>
    public static Activity Message(string summary, JsonObject card) =>
        new()
        {
            Type = ActivityTypes.Message,
            Summary = WordCut.At(SafeText.Plain(summary), MaxSummaryChars),
            Attachments = [Attach(card)],
        };

    public static JsonObject Card(IEnumerable<JsonNode?> body, IEnumerable<JsonNode?> actions) =>
        new()
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray([.. body]),
            ["actions"] = new JsonArray([.. actions]),
        };

    public static JsonObject Title(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["weight"] = "Bolder",
            ["wrap"] = true,
        };

    public static JsonObject Text(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
        };

    public static JsonObject Small(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
            ["size"] = "Small",
            ["isSubtle"] = true,
            ["spacing"] = "None",
        };

    /// <summary>Returns a small heading within a group.</summary>
    public static JsonObject Heading(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["weight"] = "Bolder",
            ["wrap"] = true,
            ["size"] = "Small",
            ["spacing"] = "Medium",
        };

    /// <summary>Lists the articles of citations, one a line: the numbers, file, outlet and day. Each links to its article.</summary>
    public static IEnumerable<JsonObject> Sources(IEnumerable<Citation> citations) =>
        citations
            .GroupBy(citation => citation.Source, StringComparer.Ordinal)
            .Select(article =>
            {
                var first = article.First();
                var numbers = article.Select(citation => string.Create(CultureInfo.InvariantCulture, $"({citation.Number})"));
                return Small($"{string.Join(' ', numbers)} {SourceLine.Card(first.Source, first.Outlet, first.Published, first.Link)}");
            });

    /// <summary>Returns a sentence with the numbers of its sources.</summary>
    public static JsonObject Sentence(Statement statement) =>
        Text(
            $"{SafeText.Card(WordCut.At(statement.Text, MaxSentenceChars))} {string.Join(' ', statement.Citations.Select(number => string.Create(CultureInfo.InvariantCulture, $"({number})")))}"
        );

    public static JsonObject Group(params IEnumerable<JsonNode?> items) =>
        new()
        {
            ["type"] = "Container",
            ["separator"] = true,
            ["items"] = new JsonArray([.. items]),
        };

    /// <summary>Returns columns of the same width, side by side.</summary>
    public static JsonObject Columns(IEnumerable<IEnumerable<JsonNode?>> columns) =>
        new()
        {
            ["type"] = "ColumnSet",
            ["columns"] = new JsonArray([
                .. columns.Select(items => new JsonObject
                {
                    ["type"] = "Column",
                    ["width"] = "stretch",
                    ["items"] = new JsonArray([.. items]),
                }),
            ]),
        };

    public static JsonObject Buttons(params IEnumerable<JsonNode?> actions) =>
        new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. actions]) };

    public static JsonObject Open(string title, string link) =>
        new()
        {
            ["type"] = "Action.OpenUrl",
            ["title"] = title,
            ["url"] = link,
        };

    /// <summary>Returns a button that works in place, and sends a message where the client does not support universal actions.</summary>
    public static JsonObject Do(string title, string verb, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var button = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = title,
            ["verb"] = verb,
            ["data"] = Data(verb, data),
        };
        button["fallback"] = new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = title,
            ["data"] = Data(verb, data),
        };
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
