using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Timelines;

namespace NewsBot.Discord.Rendering;

/// <summary>A timeline: a section for each day, oldest first.</summary>
internal static class TimelinePages
{
    /// <summary>The pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(Timeline timeline)
    {
        var title = "Timeline: " + Cut.ToWords(timeline.Topic, EmbedPages.MaxTitle - 10);
        return timeline.Days.Count == 0
            ? EmbedPages.Layout(title, "The archive says nothing on this topic.", [], "Try fewer or other words", Palette.Decline)
            : EmbedPages.Layout(title, null, [.. timeline.Days.Select(day => Section(day, timeline))], "Word for word from the archive, oldest first", Palette.Sources);
    }

    private static EmbedField Section(TimelineDay day, Timeline timeline)
    {
        var room = EmbedPages.MaxValue / day.Statements.Count;
        var lines = day.Statements.Select(statement =>
        {
            var citation = timeline.Citations[statement.Citations[0] - 1];
            var link = DiscordMarkdown.Link($"[{citation.Number}]", citation.Link) is { Length: > 0 } address ? address : $"[{citation.Number}]";
            return $"• {Cut.ToSentences(statement.Text, Math.Max(16, room - link.Length - 5))} {link}";
        });
        return new EmbedField(Dates.Show(day.Day), string.Join('\n', lines));
    }
}
