using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Search.Calendar;
using NewsBot.Search.Index;

namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Finds the other reports of an article's story: searches for the words of its headline, then groups the results. Thread-safe.
/// </summary>
/// <param name="archive">The archive of articles.</param>
internal sealed class OtherReports(ArticleArchive archive)
{
    /// <summary>Specifies within how many days of each other reports of the same story are published.</summary>
    public const int Days = 3;

    private const int Passages = 60;
    private const int MostCompared = 30;
    private const int MaxQueryChars = 300;

    /// <summary>
    /// Of two reports of the same story, one contains this share of the other's headline. Grouping alone does not suffice: it takes the
    /// weights of words from the articles compared, and among a handful of them it would join unrelated ones.
    /// </summary>
    private const double SharedHeadline = 0.5;

    /// <summary>Returns the other reports, oldest first, those without a day last.</summary>
    public async Task<IReadOnlyList<Article>> OfAsync(Article article, ReaderRights rights, CancellationToken cancellationToken)
    {
        var filter = article.PublishedOn is { } day
            ? new ArticleFilter { From = day.PlusDays(-Days), To = day.PlusDays(Days) }
            : ArticleFilter.None;
        // Words only: other characters of a headline would be operators.
        var words = string.Concat(article.Headline.Take(MaxQueryChars).Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        var query = new PassageQuery
        {
            Text = words,
            Top = Passages,
            AsOf = rights.AsOf,
        };
        var found = await archive.SearchAsync(query, rights.Scope with { Filter = filter }, cancellationToken).ConfigureAwait(false);
        var compared = found
            .Select(passage => passage.Article.Article)
            .Where(other => other.Source != article.Source)
            .DistinctBy(other => other.Source, StringComparer.Ordinal)
            .Take(MostCompared)
            .Append(article)
            .ToDictionary(other => other.Source, StringComparer.Ordinal);
        var story = StoryBook
            .Group(compared.Values.OrderBy(other => other.PublishedOn ?? DateOnly.MaxValue).Select(StoryArticle.Of))
            .First(group => group.Articles.Any(other => other.Key == article.Source));
        var own = ReportWords.Of(article);
        return
        [
            .. story
                .Articles.Where(other => other.Key != article.Source)
                .Select(other => compared[other.Key])
                .Where(other => AreOneStory(own, ReportWords.Of(other))),
        ];
    }

    private static bool AreOneStory(ReportWords one, ReportWords other) => Math.Max(one.Tells(other), other.Tells(one)) >= SharedHeadline;
}
