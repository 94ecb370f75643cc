using System.Globalization;
using NewsBot.Discord.State;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>Creates the buttons under a reply, and reads clicks on them.</summary>
internal static class Buttons
{
    /// <summary>Specifies the verb for showing a page, named after the only button of earlier messages.</summary>
    public const string TurnTo = "next";
    public const string Passages = "passages";
    public const string Useful = "useful";
    public const string NotUseful = "notuseful";
    public const string Ask = "ask";

    /// <summary>Specifies the verb of the dialog for a comment on a reply.</summary>
    public const string Comment = "comment";

    /// <summary>Specifies the verb for following a story.</summary>
    public const string Follow = "follow";

    private const int Secondary = 2;
    private const int MaxLabel = 80;

    private const int MostRows = 5;
    private const int MostInRow = 5;

    /// <summary>Specifies the rows for stories; the others are for the reply itself and for suggestions.</summary>
    private const int MostOfStories = 2;

    /// <summary>Specifies the rows for suggestions: of five rows, the first has the buttons for the reply itself.</summary>
    private const int MaxSuggested = 4;

    /// <summary>Returns a page of a reply with the buttons that have an effect there.</summary>
    public static OutgoingMessage Page(KeptReply reply, int page) => Below(reply, page) with { Embeds = [reply.Pages[page]] };

    /// <summary>Returns only the buttons of a page: an edit that leaves the text as it is.</summary>
    public static OutgoingMessage Below(KeptReply reply, int page)
    {
        var buttons = new List<Button>();
        if (page > 0)
            buttons.Add(New("Previous page", TurnTo, reply.Trace, page - 1));
        if (page < reply.Pages.Count - 1)
            buttons.Add(New("Next page", TurnTo, reply.Trace, page + 1));
        if (reply.Quotes.Count > 0)
        {
            buttons.Add(New("Passages", Passages, reply.Trace));
            buttons.Add(New("Useful", Useful, reply.Trace));
            buttons.Add(New("Not useful", NotUseful, reply.Trace));
        }

        var rows = buttons.Count == 0 ? [] : new List<ActionRow> { new(buttons) };
        rows.AddRange(
            reply
                .Stories.Index()
                .Where(story => (story.Item.Page ?? page) == page)
                .Select(story => New(Cut.Plain(story.Item.Label, MaxLabel), Follow, reply.Trace, story.Index))
                .Chunk(MostInRow)
                .Take(MostOfStories)
                .Select(row => new ActionRow(row))
        );
        // One row each: questions are long.
        rows.AddRange(
            reply
                .Suggested.Take(Math.Min(MaxSuggested, MostRows - rows.Count))
                .Select((question, place) => new ActionRow([New(Cut.Plain(question, MaxLabel), Ask, reply.Trace, place)]))
        );
        return new OutgoingMessage { Components = rows };
    }

    /// <summary>Returns the id of a button or a dialog; at most 100 characters.</summary>
    /// <param name="action">What it does.</param>
    /// <param name="trace">The reply that it belongs to.</param>
    /// <param name="number">What it is about, where there is a choice.</param>
    public static string IdOf(string action, string trace, int number = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"{action}:{trace}:{number}");

    /// <summary>Reads the id of a button or a dialog; null when it is not one of ours.</summary>
    public static (string Action, string Trace, int Number)? Read(string? customId)
    {
        var parts = customId?.Split(':') ?? [];
        return parts.Length == 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (parts[0], parts[1], number)
            : null;
    }

    private static Button New(string label, string action, string trace, int number = 0) =>
        new()
        {
            Style = Secondary,
            Label = label,
            CustomId = IdOf(action, trace, number),
        };
}
