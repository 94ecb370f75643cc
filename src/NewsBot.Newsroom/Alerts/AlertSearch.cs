using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Search.Calendar;
using NewsBot.Search.Index;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Finds in the archive what an alert would have posted, newest first. Thread-safe.</summary>
/// <param name="archive">The archive.</param>
/// <param name="links">Makes the links.</param>
public sealed class AlertSearch(ArticleArchive archive, ArticleLinks links)
{
    /// <summary>How many passages are compared with the words, for each stretch of days.</summary>
    private const int MostPassages = 300;

    // The newest articles are wanted, and a search ranks by words: few days first. 0: all days, and articles without a day.
    private static readonly int[] Stretches = [7, 31, 366, 0];

    /// <summary>Returns the newest articles that an alert finds, and that a reader may see; none under embargo.</summary>
    /// <param name="words">The alert, in which <see cref="AlertWords.Problem"/> finds none.</param>
    /// <param name="most">The most articles; 1 or more.</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="ArgumentException">The words are not an alert.</exception>
    public async Task<AlertFindings> FindAsync(string words, int most, ReaderRights rights, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rights);
        var (_, _, schedule, problem) = AlertReader.Read(words);
        if (schedule?.Topic is not { } topic || AlertQuery.Read(topic).Query is not { } query)
            throw new ArgumentException(problem ?? "These words are not an alert.", nameof(words));
        var found =
            query.Words.Count > 0
                ? await SearchAsync(query, most, rights, cancellationToken).ConfigureAwait(false)
                : await ReadAsync(query, most, rights, cancellationToken).ConfigureAwait(false);
        var draft = new AlertDraft(links);
        foreach (var article in NewestFirst(found).Take(most))
            draft.Add(
                isKnown: false,
                [(new AlertMatch(article.Article.Source, AlertMatchKind.Article, "", article.Change, default), article)],
                query
            );
        return new AlertFindings(topic, [.. draft.Stories.SelectMany(story => story.Articles)], draft.Citations);
    }

    private async Task<IReadOnlyList<NewArticle>> SearchAsync(
        AlertQuery query,
        int most,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var newest = (await archive.CatalogueAsync(cancellationToken).ConfigureAwait(false)).Newest(rights.Desk?.Articles);
        var wanted = new PassageQuery { Text = query.Text, Top = MostPassages };
        IReadOnlyList<NewArticle> found = [];
        foreach (var days in newest is null ? [0] : Stretches)
        {
            var filter = days == 0 ? query.Filter : query.Filter with { From = newest!.Value.PlusDays(1 - days), To = newest };
            var passages = await archive
                .SearchAsync(wanted, rights.Scope with { Filter = filter }, cancellationToken)
                .ConfigureAwait(false);
            var articles = passages.Select(passage => passage.Article).DistinctBy(article => article.Article.Source);
            found = new NewArticles([.. articles.Select(article => NewArticle.Of(article))]).Matching(query);
            if (found.Count >= most)
                break;
        }

        return found;
    }

    private async Task<IReadOnlyList<NewArticle>> ReadAsync(
        AlertQuery query,
        int most,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var catalogue = await archive.CatalogueAsync(cancellationToken).ConfigureAwait(false);
        var found = new List<NewArticle>();
        // Without words, the outlet and section decide, which the catalogue knows of every article.
        foreach (var one in catalogue.NewestFirst(rights.Scope with { Filter = query.Filter }))
        {
            if (
                await archive.FindAsync(one.Source, cancellationToken).ConfigureAwait(false) is { } archived
                && rights.Allow(archived.Article)
                && query.Filter.Allows(archived.Article)
                && archive.StageOf(archived, null) == ArticleStage.Current
            )
                found.Add(NewArticle.Of(archived, one.Shown));
            if (found.Count == most)
                break;
        }

        return found;
    }

    private static IEnumerable<NewArticle> NewestFirst(IEnumerable<NewArticle> articles) =>
        articles.OrderByDescending(article => article.Article.Published).ThenBy(article => article.Article.Source, StringComparer.Ordinal);
}
