using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Discord.Rendering;

/// <summary>A digest: a section for each story, with numbered sentences and a link to the place of each.</summary>
internal static class DigestPages
{
    private const int MaxSentence = 260;

    /// <summary>The pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(Digest digest, bool isLate)
    {
        var title = Cut.ToWords((isLate ? "Late: " : "") + DigestText.Title(digest), EmbedPages.MaxTitle);
        return digest.Stories.Count == 0
            ? EmbedPages.Layout(title, null, [], "No articles of that day", Palette.Decline)
            : EmbedPages.Layout(title, null, [.. digest.Stories.Select(story => Section(story, digest))], "Word for word from the archive", Palette.Sources);
    }

    private static EmbedField Section(DigestStory story, Digest digest)
    {
        List<string> lines = [Cut.ToWords(DigestText.Facts(story, digest.Date), 200), .. story.Statements.Select(statement => Line(statement, digest))];
        if (story.New.Count > 0) lines.AddRange(["**New since yesterday**", .. story.New.Select(statement => Line(statement, digest))]);
        foreach (var disagreement in story.Disagreements)
            lines.AddRange([$"**{DigestText.Heading(disagreement.Kind)}**", Line(disagreement.One, digest), Line(disagreement.Other, digest)]);
        // Whole lines: a sentence without its link would be one without its source.
        return new EmbedField(Cut.ToWords(story.Headline, EmbedPages.MaxTitle), Cut.Fit(lines, "\n", EmbedPages.MaxValue));
    }

    private static string Line(Statement statement, Digest digest)
    {
        var links = statement.Citations.Select(number => DiscordMarkdown.Link($"[{number}]", digest.Citations[number - 1].Link) is { Length: > 0 } link ? link : $"[{number}]");
        return $"• {Cut.ToSentences(statement.Text, MaxSentence)} {string.Join(' ', links)}";
    }
}
