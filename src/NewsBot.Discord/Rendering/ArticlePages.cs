using NewsBot.Archive.Articles;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>A whole article, in pages that end with sentences.</summary>
internal static class ArticlePages
{
    private const int MaxPart = 3000;

    /// <summary>The pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(Article article, string link)
    {
        var parts = Cut.Split(article.Text, MaxPart).ToList();
        var facts = string.Join(" · ", new[] { Dates.Show(article.PublishedOn), article.Outlet, article.Author }.Where(fact => !string.IsNullOrWhiteSpace(fact)).Select(fact => Cut.ToWords(fact!, 120)));
        var head = $"{facts}\n{DiscordMarkdown.Link("Open the article", link)}".TrimEnd();
        if (parts.Count == 0) parts.Add("");
        parts[0] = $"{head}\n\n{parts[0]}".TrimEnd();
        return EmbedPages.Layout(Cut.ToWords(article.Headline, EmbedPages.MaxTitle), parts, Cut.Plain(article.Source, 300), Palette.Sources);
    }
}
