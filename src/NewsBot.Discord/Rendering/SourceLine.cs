using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Discord.Rendering;

/// <summary>Writes the line under every quote: outlet, day and source of the article, and a link to the place.</summary>
internal static class SourceLine
{
    // With the longest link, the line leaves room for a few words of a quote in a field of 1,024.
    private const int MaxOutlet = 80;
    private const int MaxSource = 300;

    /// <summary>Returns the line of a citation.</summary>
    public static string Of(Citation citation) =>
        Of(citation.Source, citation.Outlet, citation.Published, "Read it in the article", citation.Link);

    /// <summary>Returns the line of a citation without the link: for a statement with numbers that are links.</summary>
    public static string WithoutLink(Citation citation) => Of(citation.Source, citation.Outlet, citation.Published, "", "");

    /// <summary>Returns the line of an article, with a link to a place in it.</summary>
    public static string Of(Article article, string link) =>
        Of(article.Source, OutletName.Known(article), article.PublishedOn, "Read it in the article", link);

    /// <summary>Returns the line of a source.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="outlet">The outlet; null, or the source itself, where it is not known.</param>
    /// <param name="published">Day of publication (UTC), or null.</param>
    /// <param name="label">The words of the link.</param>
    /// <param name="link">The address; omitted where it cannot be a link.</param>
    public static string Of(string source, string? outlet, DateOnly? published, string label, string link)
    {
        string[] parts =
        [
            outlet is null || outlet == source ? "" : Cut.ToWords(outlet, MaxOutlet),
            Dates.Show(published),
            Cut.ToCode(source, MaxSource),
            DiscordMarkdown.Link(label, link),
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }
}
