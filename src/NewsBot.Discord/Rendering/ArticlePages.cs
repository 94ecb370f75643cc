using NewsBot.Archive.Articles;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Discord.Rendering;

/// <summary>Renders a whole article as pages that end with sentences.</summary>
internal static class ArticlePages
{
    private const int MaxPart = 3000;
    private const int MaxAuthor = 120;

    /// <summary>Returns the pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(Article article, string link)
    {
        var parts = Cut.Split(article.Text, MaxPart).ToList();
        var author = string.IsNullOrWhiteSpace(article.Author) ? "" : $"By {Cut.ToWords(article.Author, MaxAuthor)}\n";
        var source = SourceLine.Of(article.Source, OutletName.Known(article), article.PublishedOn, "Open the article", link);
        if (parts.Count == 0)
            parts.Add("");
        parts[0] = $"{author}{source}\n\n{parts[0]}".TrimEnd();
        return EmbedPages.Layout(
            Cut.ToWords(Headlines.Of(article), EmbedPages.MaxTitle),
            parts,
            Cut.Plain(article.Source, 300),
            Palette.Sources
        );
    }
}
