using NewsBot.Discord.Commands;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Alerts;

namespace NewsBot.Discord.Rendering;

/// <summary>Renders what an alert has found: each headline with a link to its article, its sentences with theirs, and its source.</summary>
internal static class AlertPages
{
    private const int MaxHeading = 250;

    /// <summary>Returns the pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(AlertPost post)
    {
        var title = Cut.ToWords(AlertText.Title(post), EmbedPages.MaxTitle);
        List<TextSection> sections = [];
        if (post.Corrected.Count > 0)
            sections.Add(DigestPages.Corrections("Correction", post.Corrected, "alert"));
        sections.AddRange(post.Stories.SelectMany(story => Sections(story, post)));
        if (post.Others.Count > 0)
            sections.Add(new TextSection(AlertText.OthersHeading, [.. post.Others.Select(Line)]));
        var (stop, pause) = AlertCommandSyntax.Of(post.Number);
        return TextPages.Layout(title, sections, AlertText.Hint(post, stop, pause), Palette.Sources);
    }

    private static IEnumerable<TextSection> Sections(AlertStory story, AlertPost post) =>
        story.Articles.Select(
            (article, place) =>
                new TextSection(
                    Headline(article),
                    [
                        .. story.IsKnown && place == 0 ? [AlertText.NewInStory] : Array.Empty<string>(),
                        .. article.Statements.Select(statement => StatementLine.Of(statement, post.Citations)),
                        Facts(article),
                    ]
                )
        );

    private static string Line(AlertArticle article) => $"• {Headline(article)} · {Facts(article)}";

    private static string Headline(AlertArticle article) =>
        DiscordMarkdown.Link(Cut.ToWords(article.Headline, MaxHeading), article.Link) is { Length: > 0 } link
            ? link
            : Cut.ToWords(article.Headline, MaxHeading);

    private static string Facts(AlertArticle article) => Cut.ToWords(AlertText.Facts(article), 500);
}
