using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Naming;
using NewsBot.Newsroom.Versions;

namespace NewsBot.Newsroom.Digests;

/// <summary>Finds what has become of reports that were told: corrected, or withdrawn. Thread-safe.</summary>
/// <param name="archive">The archive of articles.</param>
/// <param name="links">Makes the links to corrected versions.</param>
public sealed class DigestCorrections(ArticleArchive archive, ArticleLinks links)
{
    /// <summary>
    /// Returns the told reports that were withdrawn, then those whose correction is in the window, each by source. Only what the desk may
    /// see.
    /// </summary>
    /// <param name="window">The window.</param>
    /// <param name="told">The sources of the reports that were told and not yet said to be withdrawn.</param>
    /// <param name="desk">The desk; null for a reader who may see everything.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<IReadOnlyList<DigestCorrection>> FindAsync(
        DigestWindow window,
        IReadOnlySet<string> told,
        Desk? desk,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(told);
        if (told.Count == 0)
            return [];
        var found = new List<DigestCorrection>();
        var withdrawn = await archive.WithdrawnAsync(cancellationToken).ConfigureAwait(false);
        foreach (var source in withdrawn.Keys.Where(told.Contains).Order(StringComparer.Ordinal))
        {
            if (await WithdrawnAsync(source, desk, cancellationToken).ConfigureAwait(false) is { } withdrawal)
                found.Add(withdrawal);
        }

        var catalogue = await archive.CatalogueAsync(cancellationToken).ConfigureAwait(false);
        var articles = WindowArticles.Of(catalogue, window);
        foreach (var corrected in articles.News.Concat(articles.Older).Where(article => article.IsCorrected))
        {
            if (await CorrectedAsync(corrected.Source, told, desk, cancellationToken).ConfigureAwait(false) is { } correction)
                found.Add(correction);
        }

        return found;
    }

    /// <summary>Returns that a report was withdrawn; null where it is not, or the desk may not see it.</summary>
    internal async Task<DigestCorrection?> WithdrawnAsync(string source, Desk? desk, CancellationToken cancellationToken) =>
        await archive.StageOfAsync(source, cancellationToken).ConfigureAwait(false) is { Stage: ArticleStage.Killed } version
        && desk?.MaySee(version.Article.Article) != false
            ? Of(version.Article.Article, isWithdrawn: true)
            : null;

    /// <summary>Returns how a version corrects reports that were told; null where it does not, or the desk may not see it.</summary>
    internal async Task<DigestCorrection?> CorrectedAsync(
        string source,
        IReadOnlySet<string> told,
        Desk? desk,
        CancellationToken cancellationToken
    )
    {
        var versions = (await archive.ItemAsync(source, cancellationToken).ConfigureAwait(false)).Versions;
        if (
            versions.FirstOrDefault(version => version.Article.Article.Source == source)
                is not { Stage: ArticleStage.Current, Article.Article: var article }
            || !versions.Any(version => told.Contains(version.Article.Article.Source))
            || desk?.MaySee(article) == false
        )
            return null;
        var replaced = ReplacedSentence.VersionBefore(versions, source) is { } before
            ? ReplacedSentence.Find(
                SentenceSplitter.Split(article.Text).Select(range => range.In(article.Text)),
                before.Article.Text,
                article.Text
            )
            : null;
        return Of(article, isWithdrawn: false) with
        {
            Headline = Headlines.Of(article),
            Link = links.To(source),
            Note = article.StateNote,
            Before = replaced?.Before,
            Now = replaced?.Now,
        };
    }

    private static DigestCorrection Of(Article article, bool isWithdrawn) =>
        new()
        {
            Source = article.Source,
            IsWithdrawn = isWithdrawn,
            Outlet = OutletName.Known(article),
            Published = article.PublishedOn,
        };
}
