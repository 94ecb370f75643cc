using System.Globalization;
using NewsBot.Discord.State;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Discord.Rendering;

/// <summary>Renders a digest: a section for each story, with numbered sentences, disputed points, and the story's sources.</summary>
internal static class DigestPages
{
    private const int MaxHeading = 250;
    private const int MaxLine = 700;

    /// <summary>Returns the pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(Digest digest, bool isLate)
    {
        var title = Cut.ToWords((isLate ? "Late: " : "") + DigestText.Title(digest), EmbedPages.MaxTitle);
        return digest.IsEmpty
            ? EmbedPages.Layout(title, null, [], "No articles on that day", Palette.Decline)
            : TextPages.Layout(
                title,
                [
                    .. digest.Corrected.Count == 0
                        ? Array.Empty<TextSection>()
                        : [Corrections(DigestText.CorrectedHeading, digest.Corrected, "digest")],
                    .. digest.Stories.Select((story, place) => Section(place + 1, story, digest)),
                    .. MoreReports(digest),
                ],
                "Word for word from the archive",
                Palette.Sources
            );
    }

    /// <summary>Returns the stories that can be followed, each with the page that begins to tell it.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="pages">Its pages.</param>
    public static IReadOnlyList<KeptStory> Stories(Digest digest, IReadOnlyList<Embed> pages)
    {
        var stories = new List<KeptStory>();
        foreach (var (place, story) in digest.Stories.Index())
        {
            var heading = $"**{Heading(place + 1, story)}**";
            var page = pages.TakeWhile(one => one.Description?.Contains(heading, StringComparison.Ordinal) != true).Count();
            if (story.Lead is { } lead && page < pages.Count)
                stories.Add(new KeptStory(string.Create(CultureInfo.InvariantCulture, $"Follow {place + 1}"), lead.Source, page));
        }

        return stories;
    }

    /// <summary>Returns the section on what has become of reports told before.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="corrections">At least one.</param>
    /// <param name="post">What told them.</param>
    public static TextSection Corrections(string heading, IReadOnlyList<DigestCorrection> corrections, string post) =>
        // One block: whoever reads what was said reads what is right.
        new(heading, [.. corrections.Select(correction => string.Join('\n', Lines(correction, post)))]);

    private static IEnumerable<string> Lines(DigestCorrection correction, string post)
    {
        var lines = DigestText.Lines(correction, post).Select(line => Cut.ToWords(line, MaxLine)).ToArray();
        var link = correction.Link is null ? "" : DiscordMarkdown.Link("Read the article", correction.Link);
        return [link.Length == 0 ? $"• {lines[0]}" : $"• {lines[0]} · {link}", .. lines.Skip(1)];
    }

    private static IEnumerable<TextSection> MoreReports(Digest digest)
    {
        var lines = new List<string>();
        if (DigestText.MoreReports(digest) is { } more)
        {
            var (days, earlier) = DigestText.DaysOf(digest);
            var links = days.Select(day =>
                DiscordMarkdown.Link(DigestText.Label(day), day.Link) is { Length: > 0 } link ? link : DigestText.Label(day)
            );
            lines.Add($"{more}: {string.Join(" · ", earlier is null ? links : links.Append(earlier))}");
        }

        if (DigestText.OlderReports(digest) is { } older)
            lines.Add(older);
        return lines.Count == 0 ? [] : [new TextSection("Not in these stories", lines)];
    }

    private static TextSection Section(int number, DigestStory story, Digest digest)
    {
        return new TextSection(
            Heading(number, story),
            [
                DigestText.Facts(story, digest),
                .. story.Statements.Select(Line),
                .. Under(DigestText.NewHeading(digest), story.New.Select(Line)),
                // One block, so that the denial follows the claim.
                .. story.Disagreements.Select(one => $"**{DigestText.Heading(one.Kind)}**\n{Line(one.One)}\n{Line(one.Other)}"),
                .. Under("Sources", Sources(story, digest.Citations)),
            ]
        );

        string Line(Statement statement) => StatementLine.Of(statement, digest.Citations);
    }

    private static string Heading(int number, DigestStory story) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}. {Cut.ToWords(story.Headline, MaxHeading)}");

    private static IEnumerable<string> Under(string heading, IEnumerable<string> lines) =>
        lines.Select((line, place) => place == 0 ? $"**{heading}**\n{line}" : line);

    /// <summary>Returns a line for each article, cited ones first.</summary>
    private static IEnumerable<string> Sources(DigestStory story, IReadOnlyList<Citation> citations) =>
        story
            .Sources.Select(source =>
                (Source: source, Numbers: story.Cited.Where(number => citations[number - 1].Source == source.Source).ToArray())
            )
            .OrderBy(one => one.Numbers.FirstOrDefault(int.MaxValue))
            .Select(one =>
                string.Concat(one.Numbers.Select(number => $"[{number}] "))
                + SourceLine.Of(one.Source.Source, one.Source.Outlet, one.Source.Published, "Open the article", one.Source.Link)
                + (one.Source.IsCopy ? " · copy" : "")
            );
}
