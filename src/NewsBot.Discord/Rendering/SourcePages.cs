using NewsBot.Archive.Passages;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Discord.Rendering;

/// <summary>Passages that were found, best first.</summary>
internal static class SourcePages
{
    /// <summary>Returns the pages; at least one.</summary>
    /// <param name="query">As it was typed.</param>
    /// <param name="passages">Best first.</param>
    /// <param name="link">The web page of a passage.</param>
    public static IReadOnlyList<Embed> Render(string query, IReadOnlyList<RetrievedPassage> passages, Func<RetrievedPassage, string> link)
    {
        var title = "Sources: " + Cut.ToWords(query, EmbedPages.MaxTitle - 9);
        return passages.Count == 0
            ? EmbedPages.Layout(title, "The archive has no passage with these words.", [], "Try fewer or other words", Palette.Decline)
            : EmbedPages.Layout(title, null, [.. Sections(passages, link)], AnswerBlock.Found.CountOf(passages.Count), Palette.Sources);
    }

    /// <summary>Returns a section for each passage.</summary>
    public static IEnumerable<EmbedField> Sections(IReadOnlyList<RetrievedPassage> passages, Func<RetrievedPassage, string> link) =>
        passages.Select((passage, index) => Section(index + 1, passage, link(passage)));

    private static EmbedField Section(int number, RetrievedPassage passage, string link)
    {
        var article = passage.Article.Article;
        var suffix = $" · {Dates.Show(article.PublishedOn)}";
        var name = $"{number}. " + Cut.ToWords(article.Headline, EmbedPages.MaxTitle - suffix.Length - 5) + suffix;
        var origin = $"{Cut.ToWords(article.Source, 300)} {DiscordMarkdown.Link("Read it in the article", link)}".TrimEnd();
        return new EmbedField(name, $"> {Cut.ToSentences(passage.Text, EmbedPages.MaxValue - origin.Length - 4)}\n{origin}");
    }
}
