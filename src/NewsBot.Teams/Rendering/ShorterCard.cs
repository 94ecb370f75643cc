using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Teams.Rendering;

/// <summary>Shortens an Adaptive Card, without changing the original.</summary>
internal static class ShorterCard
{
    /// <summary>Returns the number of elements in the card's body.</summary>
    public static int Sections(JsonObject card) => card["body"] is JsonArray body ? body.Count(section => !IsMark(section)) : 0;

    /// <summary>Returns the card with the first sections of its body, and a mark that something was left out.</summary>
    public static JsonObject WithSections(JsonObject card, int count)
    {
        var shorter = card.DeepClone().AsObject();
        var body = shorter["body"]!.AsArray();
        while (body.Count > count)
            body.RemoveAt(body.Count - 1);
        body.Add(CardElements.Small(ShorterText.Mark));
        return shorter;
    }

    /// <summary>Returns the card with each text cut at a sentence; small print stays whole.</summary>
    public static JsonObject WithCutTexts(JsonObject card, int maxChars)
    {
        var shorter = card.DeepClone().AsObject();
        CutTexts(shorter["body"], maxChars);
        return shorter;
    }

    private static bool IsMark(JsonNode? section) => section is JsonObject element && TextOf(element) == ShorterText.Mark;

    private static void CutTexts(JsonNode? node, int maxChars)
    {
        if (node is JsonObject element)
        {
            // Small print contains the sources.
            if (TextOf(element) is { } text && element["size"] is null)
                element["text"] = SentenceCut.WithNumbers(text, maxChars);
            foreach (var (_, member) in element.ToList())
                CutTexts(member, maxChars);
        }
        else if (node is JsonArray elements)
        {
            foreach (var member in elements)
                CutTexts(member, maxChars);
        }
    }

    private static string? TextOf(JsonObject element) =>
        element["text"] is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : null;
}
