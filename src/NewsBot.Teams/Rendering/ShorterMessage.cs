using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>
/// Makes a message shorter: first its card loses sections, from the end, then the texts on the card are cut, then the message's own text. No sentence loses
/// the numbers of its sources, and no citation stays whose number is gone.
/// </summary>
internal static class ShorterMessage
{
    private const string Mark = "… (shortened)";
    private const string Item = "- ";
    private const string Bold = "**";
    private const int MinTextChars = 300;
    private const int MinLineChars = 100;
    private static readonly int[] CardTextChars = [600, 300, 150];

    /// <summary>Returns the message itself when it has at most so many UTF-16 code units of JSON, else the fullest form that has; the shortest form when none has.</summary>
    public static Activity ToFit(Activity message, int maxChars)
    {
        var shortest = message;
        foreach (var form in Forms(message))
        {
            shortest = form;
            if (MessageSize.Of(form) <= maxChars)
                break;
        }

        return shortest;
    }

    /// <summary>Returns a form of about half the size for a message that was refused as too large; null when it gets no shorter.</summary>
    public static Activity? Of(Activity message)
    {
        var size = MessageSize.Of(message);
        return ToFit(message, size / 2) is var shorter && MessageSize.Of(shorter) < size ? shorter : null;
    }

    /// <summary>The message and its shorter forms, each shorter than the one before.</summary>
    private static IEnumerable<Activity> Forms(Activity message)
    {
        yield return message;
        if (Card(message) is { } card)
        {
            // An answer's card only repeats its sources; of other messages the card is what they say.
            var least = IsAnswer(message) ? 0 : 2;
            for (var sections = Sections(card) - 1; sections >= least; sections--)
                yield return message = WithCard(message, card = WithSections(card, sections, marked: least > 0));
            foreach (var max in CardTextChars)
                yield return message = WithCard(message, card = WithCutTexts(card, max));
        }

        for (var max = message.Text?.Length / 2; max >= MinTextChars; max /= 2)
            yield return message = WithCutText(message, max.Value);
        if (message.Attachments is not null && message.Text is not null)
            yield return message with { Attachments = null };
    }

    private static bool IsAnswer(Activity message) => message.Entities?.Any(entity => entity.Type == Entity.SchemaMessage) == true;

    private static JsonObject? Card(Activity message) => message.Attachments is [{ Content: JsonObject card }] ? card : null;

    private static Activity WithCard(Activity message, JsonObject card) => message with { Attachments = [CardElements.Attach(card)] };

    private static int Sections(JsonObject card) => card["body"] is JsonArray body ? body.Count(section => !IsMark(section)) : 0;

    private static bool IsMark(JsonNode? section) => section is JsonObject block && block["text"] is JsonValue text && text.TryGetValue<string>(out var said) && said == Mark;

    private static JsonObject WithSections(JsonObject card, int count, bool marked)
    {
        var shorter = card.DeepClone().AsObject();
        var body = shorter["body"]!.AsArray();
        while (body.Count > count)
            body.RemoveAt(body.Count - 1);
        if (marked)
            body.Add(CardElements.Small(Mark));
        return shorter;
    }

    private static JsonObject WithCutTexts(JsonObject card, int maxChars)
    {
        var shorter = card.DeepClone().AsObject();
        CutTexts(shorter["body"], maxChars);
        return shorter;
    }

    private static void CutTexts(JsonNode? node, int maxChars)
    {
        if (node is JsonObject element)
        {
            if (element["type"]?.GetValueKind() == System.Text.Json.JsonValueKind.String && element["type"]!.GetValue<string>() == "TextBlock" && element["text"] is JsonValue text)
                element["text"] = SentenceCut.WithNumbers(text.GetValue<string>(), maxChars);
            foreach (var (_, member) in element.ToList())
                CutTexts(member, maxChars);
        }
        else if (node is JsonArray elements)
        {
            foreach (var member in elements)
                CutTexts(member, maxChars);
        }
    }

    private static Activity WithCutText(Activity message, int maxChars)
    {
        var text = CutText(message.Text!, maxChars, IsAnswer(message));
        return message with
        {
            Text = text,
            Entities = message.Entities is null
                ? null
                : [.. message.Entities.Select(entity => entity.Citation is null ? entity : entity with { Citation = [.. entity.Citation.Where(claim => Cites(text, claim.Position))] })],
        };
    }

    private static bool Cites(string text, int position) => text.Contains(string.Create(CultureInfo.InvariantCulture, $"[{position}]"), StringComparison.Ordinal);

    /// <summary>Whole lines, each of which is a statement with its numbers; the first one cut at a sentence when even that is too long.</summary>
    private static string CutText(string text, int maxChars, bool isAnswer)
    {
        var lines = text.Split('\n').Where(line => line != Mark).ToList();
        var kept = new List<string>();
        for (var length = Mark.Length; kept.Count < lines.Count && (length += lines[kept.Count].Length + 1) <= maxChars;)
            kept.Add(lines[kept.Count]);
        if (kept.Count < lines.Count)
            DropHalfAList(kept, isAnswer);
        return $"{(kept.TrueForAll(string.IsNullOrWhiteSpace) ? CutLines(lines, maxChars - Mark.Length) : string.Join('\n', kept).TrimEnd())}\n\n{Mark}";
    }

    /// <summary>The first statement; all sides when it is one of those that contradict each other.</summary>
    private static string CutLines(List<string> lines, int maxChars)
    {
        var statements = lines.Where(SentenceCut.HasNumbers).ToList();
        List<string> shown = statements is not [var first, ..] ? [lines.First(line => line.Length > 0)] : first.StartsWith(Item, StringComparison.Ordinal) ? statements : [first];
        return string.Join("\n\n", shown.Select(line => SentenceCut.WithNumbers(line, Math.Max(MinLineChars, maxChars / shown.Count))));
    }

    /// <summary>A list of what contradicts each other is shown whole or not at all, and no heading stands without what it announces.</summary>
    private static void DropHalfAList(List<string> lines, bool isAnswer)
    {
        while (lines.Count > 0 && (IsHeading(lines[^1]) || (isAnswer && lines[^1].StartsWith(Item, StringComparison.Ordinal))))
            lines.RemoveAt(lines.Count - 1);
    }

    private static bool IsHeading(string line) => line.Length == 0 || line.EndsWith(':') || (line.StartsWith(Bold, StringComparison.Ordinal) && line.EndsWith(Bold, StringComparison.Ordinal));
}
