using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Newsroom.Answers;

/// <summary>Numbers citations from 1, in the order of their first use. Not thread-safe.</summary>
/// <param name="links">Creates the links of the citations.</param>
internal sealed class CitationList(ArticleLinks links)
{
    private readonly List<Citation> citations = [];

    /// <summary>Gets all citations so far.</summary>
    public IReadOnlyList<Citation> All => citations;

    /// <summary>Returns the number of a quote, assigning one if it has none yet.</summary>
    public int NumberOf(Article article, TextRange range)
    {
        if (citations.Find(citation => citation.Source == article.Source && citation.Range == range) is { } known)
            return known.Number;
        citations.Add(
            new Citation
            {
                Number = citations.Count + 1,
                Source = article.Source,
                Headline = Headlines.Of(article),
                Published = article.PublishedOn,
                Outlet = OutletName.Known(article),
                Quote = range.In(article.Text),
                Range = range,
                Link = links.To(article.Source, range),
            }
        );
        return citations.Count;
    }
}
