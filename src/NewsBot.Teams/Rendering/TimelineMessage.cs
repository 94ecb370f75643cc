using System.Text.Json.Nodes;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Timelines;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Renders a timeline as an Adaptive Card: a group for each day, oldest first.</summary>
internal static class TimelineMessage
{
    private const int MaxSentence = 500;

    /// <summary>Returns the message; the oldest days are left out where it would be too large for Teams.</summary>
    public static Activity Render(Timeline timeline)
    {
        if (timeline.Days.Count == 0)
            return AnswerMessage.Text(SafeText.Markdown(TimelineText.Write(timeline)));
        for (var skipped = 0; ; skipped++)
        {
            var message = CardElements.Message(Title(timeline), Card(timeline, skipped));
            if (skipped == timeline.Days.Count - 1 || MessageSize.Fits(message))
                return message;
        }
    }

    private static JsonObject Card(Timeline timeline, int skipped)
    {
        List<JsonNode?> body = [CardElements.Title(SafeText.Card(Title(timeline)))];
        if (skipped > 0)
            body.Add(CardElements.Small("Earlier days did not fit."));
        body.AddRange(timeline.Days.Skip(skipped).Select(day => Day(day, timeline)));
        return CardElements.Card(body, []);
    }

    private static string Title(Timeline timeline) => WordCut.At($"Timeline of “{timeline.Topic}”", 200);

    private static JsonObject Day(TimelineDay day, Timeline timeline)
    {
        List<JsonNode?> items = [CardElements.Title(day.Day is { } date ? DigestText.DayOf(date) : TimelineText.Undated)];
        foreach (var statement in day.Statements)
        {
            items.Add(CardElements.Text(SafeText.Card(WordCut.At(statement.Text, MaxSentence))));
            items.AddRange(CardElements.Sources(statement.Citations.Select(number => timeline.Citations[number - 1])));
        }

        return CardElements.Group(items);
    }
}
