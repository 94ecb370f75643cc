using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Stories;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Digests;

/// <summary>
/// Writes the digest of a day: groups the articles of the day and of the two weeks before into stories, ranks the day's
/// stories, chooses sentences and cites them. Thread-safe.
/// </summary>
/// <param name="archive">The archive of articles.</param>
/// <param name="links">Makes the links to citations and sources.</param>
/// <param name="reading">Loads the model that reads sentences. When null, or when the model cannot be loaded, words alone decide.</param>
public sealed class DigestWriter(ArticleArchive archive, ArticleLinks links, ReadingModelLoader? reading = null)
{
    /// <summary>The most articles without a day that are compared with the day's: those changed last.</summary>
    private const int MostUndated = 500;

    /// <summary>
    /// Returns the digest of a day, without stories when the day has no articles; null when the newest day is wanted
    /// and no article has a day.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled before the digest was written.</exception>
    public async Task<Digest?> WriteAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var catalogue = await archive.CatalogueAsync(cancellationToken).ConfigureAwait(false);
        if ((request.Date ?? catalogue.Newest()) is not { } date)
            return null;
        var dated = await FindAsync(catalogue.Between(date.AddDays(1 - StoryBook.OpenDays), date), request, cancellationToken)
            .ConfigureAwait(false);
        if (dated.Values.All(article => article.Article.PublishedOn != date))
            return new Digest
            {
                Date = date,
                Topic = request.Topic,
                Desk = request.Desk?.Name,
                Articles = 0,
                Stories = [],
                Citations = [],
            };

        var undated = await FindAsync(catalogue.Undated(MostUndated), request, cancellationToken).ConfigureAwait(false);
        var all = dated.Concat(undated).ToDictionary(StringComparer.Ordinal);
        var groups = StoryBook.Group(all.Values.Select(article => StoryArticle.Of(article.Article)));
        var numbers = new CitationNumbers(links);
        DayStory[] told =
        [
            .. groups
                .Where(group => group.Last == date)
                .Select(group => new DayStory(group, date, all))
                .Where(story => request.Topic is null || story.IsAbout(request.Topic))
                .OrderByDescending(story => story.Importance)
                .ThenBy(story => story.Headline, StringComparer.Ordinal),
        ];
        var model = reading is null ? null : (await reading.LoadAsync(cancellationToken).ConfigureAwait(false)).Model;
        var reports = model is null ? null : new ReportComparer(model, cancellationToken);
        DigestStory[] stories =
        [
            .. told.Take(request.MaxStories).Select(story => story.Write(numbers, links, reports)).OfType<DigestStory>(),
        ];
        return new Digest
        {
            Date = date,
            Topic = request.Topic,
            Desk = request.Desk?.Name,
            Articles = told.Sum(story => story.Articles),
            Stories = stories,
            Citations = numbers.All,
        };
    }

    private async Task<Dictionary<string, ArchivedArticle>> FindAsync(
        IReadOnlyList<string> sources,
        DigestRequest request,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, ArchivedArticle>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            // A version superseded since the catalogue was read still has a page, but has no place in a digest.
            if (
                await archive.StageOfAsync(source, cancellationToken).ConfigureAwait(false) is { Stage: ArticleStage.Current } version
                && request.Desk?.MaySee(version.Article.Article) != false
            )
                found[source] = version.Article;
        }

        return found;
    }
}
