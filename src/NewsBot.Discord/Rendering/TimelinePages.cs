using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Timelines;

namespace NewsBot.Discord.Rendering;

/// <summary>Renders a timeline: a section for each day, oldest first, each sentence with its source.</summary>
internal static class TimelinePages
{
    /// <summary>Returns the pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(Timeline timeline)
    {
        var title = "Timeline: " + Cut.ToWords(timeline.Topic, EmbedPages.MaxTitle - 10);
        return timeline.Days.Count == 0
            ? EmbedPages.Layout(title, "The archive says nothing on this topic.", [], "Try fewer or other words", Palette.Decline)
            : TextPages.Layout(
                title,
                [.. timeline.Days.Select(day => Section(day, timeline))],
                "Word for word from the archive, oldest first",
                Palette.Sources
            );
    }

    private static TextSection Section(TimelineDay day, Timeline timeline)
    {
        return new TextSection(Dates.Show(day.Day), [.. day.Statements.Select(Block)]);

        string Block(Statement statement)
        {
            var sources = statement.Citations.Select(number => SourceLine.WithoutLink(timeline.Citations[number - 1]));
            return string.Join('\n', sources.Prepend(StatementLine.Of(statement, timeline.Citations)));
        }
    }
}
