using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Stories;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Digests;

/// <summary>
/// Writes the digest of a day: group the articles of the day and of two weeks before, rank the day's stories, choose sentences, cite. Thread-safe.
/// </summary>
/// <param name="archive">Where the articles are.</param>
/// <param name="links">Makes the links of citations and sources.</param>
/// <param name="reading">Loads the model that reads sentences; null, or one that cannot be loaded: their words decide alone.</param>
public sealed class DigestWriter(ArticleArchive archive, ArticleLinks links, ReadingModelLoader? reading = null)
{
    /// <summary>Articles without a day that are compared with the day's; those that changed last.</summary>
    private const int MostUndated = 500;

    /// <summary>The digest of a day; one without stories when the day has no articles. Null when the newest day is wanted and no article has a day.</summary>
    public async Task<Digest?> WriteAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var catalogue = await archive.CatalogueAsync(cancellationToken).ConfigureAwait(false);
        if ((request.Date ?? catalogue.Newest()) is not { } date) return null;
        var dated = await FindAsync(catalogue.Between(date.AddDays(1 - StoryBook.OpenDays), date), request, cancellationToken).ConfigureAwait(false);
        if (dated.Values.All(article => article.Article.PublishedOn != date)) return new Digest { Date = date, Topic = request.Topic, Desk = request.Desk?.Name, Articles = 0, Stories = [], Citations = [] };

        var undated = await FindAsync(catalogue.Undated(MostUndated), request, cancellationToken).ConfigureAwait(false);
        var all = dated.Concat(undated).ToDictionary(StringComparer.Ordinal);
        var groups = StoryBook.Group(all.Values.Select(article => StoryArticle.Of(article.Article)));
        var numbers = new CitationNumbers(links);
        DayStory[] told = [.. groups.Where(group => group.Last == date).Select(group => new DayStory(group, date, all))
            .Where(story => request.Topic is null || story.IsAbout(request.Topic)).OrderByDescending(story => story.Importance).ThenBy(story => story.Headline, StringComparer.Ordinal)];
        var model = reading is null ? null : (await reading.LoadAsync(cancellationToken).ConfigureAwait(false)).Model;
        var reports = model is null ? null : new ReportComparer(model, cancellationToken);
        DigestStory[] stories = [.. told.Take(request.MaxStories).Select(story => story.Write(numbers, links, reports)).OfType<DigestStory>()];
        return new Digest { Date = date, Topic = request.Topic, Desk = request.Desk?.Name, Articles = told.Sum(story => story.Articles), Stories = stories, Citations = numbers.All };
    }

    private async Task<Dictionary<string, ArchivedArticle>> FindAsync(IReadOnlyList<string> sources, DigestRequest request, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ArchivedArticle>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            // A version that was superseded since the catalogue was read has a page still, and no place in a digest.
            if (await archive.StageOfAsync(source, cancellationToken).ConfigureAwait(false) is { Stage: ArticleStage.Current } version && request.Desk?.MaySee(version.Article.Article) != false)
                found[source] = version.Article;
        }

        return found;
    }
}
