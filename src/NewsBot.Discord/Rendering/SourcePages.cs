using NewsBot.Archive.Passages;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Discord.Rendering;

/// <summary>Renders the passages found, best first.</summary>
internal static class SourcePages
{
    /// <summary>Returns the pages; at least one.</summary>
    /// <param name="query">The query as typed.</param>
    /// <param name="passages">Best first.</param>
    /// <param name="link">Returns the web page of a passage.</param>
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
        var name = $"{number}. {Cut.ToWords(Headlines.Of(article), EmbedPages.MaxTitle - 5)}";
        var source = SourceLine.Of(article, link);
        return new EmbedField(name, $"> {Cut.ToSentences(passage.Text, EmbedPages.MaxValue - source.Length - 4)}\n{source}");
    }
}
