using System.Globalization;
using NewsBot.Discord.State;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>The buttons under a reply, and what a click on one means.</summary>
internal static class Buttons
{
    public const string Next = "next";
    public const string Passages = "passages";
    public const string Useful = "useful";
    public const string NotUseful = "notuseful";

    private const int Secondary = 2;

    /// <summary>A page of a reply with the buttons that do something there.</summary>
    public static OutgoingMessage Page(KeptReply reply, int page)
    {
        var buttons = new List<Button>();
        if (reply.Quotes.Count > 0) buttons.Add(New("Passages", Passages, reply.Trace));
        if (reply.Pages.Count > 1)
        {
            var next = (page + 1) % reply.Pages.Count;
            buttons.Add(New(next == 0 ? "First page" : "Next page", Next, reply.Trace, next));
        }

        if (reply.Quotes.Count > 0)
        {
            buttons.Add(New("Useful", Useful, reply.Trace));
            buttons.Add(New("Not useful", NotUseful, reply.Trace));
        }

        return new OutgoingMessage { Embeds = [reply.Pages[page]], Components = buttons.Count == 0 ? [] : [new ActionRow(buttons)] };
    }

    /// <summary>Reads a button's id; null when it is none of ours.</summary>
    public static (string Action, string Trace, int Page)? Read(string? customId)
    {
        var parts = customId?.Split(':') ?? [];
        return parts.Length == 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? (parts[0], parts[1], page) : null;
    }

    private static Button New(string label, string action, string trace, int page = 0) =>
        new() { Style = Secondary, Label = label, CustomId = string.Create(CultureInfo.InvariantCulture, $"{action}:{trace}:{page}") };
}
