using System.Text.Json.Nodes;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>
/// Shortens a message: a card loses sections, from the end, then its texts are cut; a text loses statements, then they are cut. No sentence
/// loses the numbers of its sources, no number its source, and no citation remains without its number.
/// </summary>
internal static class ShorterMessage
{
    private const int MinTextChars = 300;

    /// <summary>Specifies the minimum number of sections of a card: its title and the first section.</summary>
    private const int MinSections = 2;

    private static readonly int[] CardTextChars = [600, 300, 150];

    /// <summary>
    /// Returns the message itself when its JSON has at most this many UTF-16 code units, otherwise the longest form that fits; the shortest
    /// form when none does.
    /// </summary>
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

    /// <summary>
    /// Returns a form of about half the size for a message rejected as too large; null when it cannot be shortened further.
    /// </summary>
    public static Activity? Of(Activity message)
    {
        var size = MessageSize.Of(message);
        return ToFit(message, size / 2) is var shorter && MessageSize.Of(shorter) < size ? shorter : null;
    }

    /// <summary>Enumerates the message and its shorter forms, each shorter than the one before.</summary>
    private static IEnumerable<Activity> Forms(Activity message)
    {
        yield return message;
        if (message.Attachments is [{ Content: JsonObject card }])
        {
            for (var sections = ShorterCard.Sections(card) - 1; sections >= MinSections; sections--)
                yield return message = WithCard(message, card = ShorterCard.WithSections(card, sections));
            foreach (var max in CardTextChars)
                yield return message = WithCard(message, card = ShorterCard.WithCutTexts(card, max));
        }

        for (var max = ShorterText.BodyChars(message.Text ?? "") / 2; max >= MinTextChars; max /= 2)
            yield return message = WithCutText(message, max);
    }

    private static bool IsAnswer(Activity message) => message.Entities?.Any(entity => entity.Type == Entity.SchemaMessage) == true;

    private static Activity WithCard(Activity message, JsonObject card) => message with { Attachments = [CardElements.Attach(card)] };

    private static Activity WithCutText(Activity message, int maxChars)
    {
        var text = ShorterText.Of(message.Text!, maxChars, keepListsWhole: IsAnswer(message));
        return message with
        {
            Text = text,
            Entities = message.Entities is null ? null : [.. message.Entities.Select(entity => Cited(entity, text))],
        };
    }

    private static Entity Cited(Entity entity, string text) =>
        entity.Citation is null
            ? entity
            : entity with
            {
                Citation = [.. entity.Citation.Where(claim => CitationMark.IsIn(text, claim.Position))],
            };
}
