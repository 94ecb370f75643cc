using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Stories;

namespace NewsBot.Newsroom.Digests;

/// <summary>
/// Measures how much the articles of a fortnight speak of what a headline names: of two stories with one report each, the one about what
/// others write about too is the bigger. Immutable.
/// </summary>
internal sealed class Interest
{
    private readonly Dictionary<string, int> headlines;

    /// <summary>Counts the words of the headlines of these articles.</summary>
    public Interest(IEnumerable<Article> articles) =>
        headlines = articles
            .SelectMany(article => ReportWords.InHeadlineOf(article))
            .CountBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>Returns the interest in an article's headline: 0 where no other has one of its words, and seldom above 3.</summary>
    public double In(Article article)
    {
        var stems = ReportWords.InHeadlineOf(article);
        return stems.Sum(stem => Math.Log(Math.Max(1, headlines.GetValueOrDefault(stem)))) / (stems.Count + 2);
    }
}
