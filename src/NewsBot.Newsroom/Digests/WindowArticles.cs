using NewsBot.Archive.Catalogue;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents the articles of a window. Immutable.</summary>
/// <param name="News">The articles to tell or to count, one by one.</param>
/// <param name="Older">The articles that arrived in the window and were published long before it.</param>
/// <param name="Later">The sources of articles that belong to a later window.</param>
internal sealed record WindowArticles(
    IReadOnlyList<CataloguedArticle> News,
    IReadOnlyList<CataloguedArticle> Older,
    IReadOnlySet<string> Later
)
{
    /// <summary>Returns the articles of a window that readers see now.</summary>
    public static WindowArticles Of(ArticleCatalogue catalogue, DigestWindow window)
    {
        var shown = catalogue.ShownAfter(window.TakesPublished ? 0 : window.After);
        var arrived = shown.Where(article => article.Shown > window.After && article.Shown <= window.UpTo).ToLookup(IsOld);
        return new WindowArticles(
            InOrder(arrived[false].Concat(shown.Where(article => article.Shown <= window.After && IsSince(article, window.From)))),
            InOrder(arrived[true]),
            shown.Where(article => article.Shown > window.UpTo).Select(article => article.Source).ToHashSet(StringComparer.Ordinal)
        );

        bool IsOld(CataloguedArticle article) => DigestWindow.IsOld(article.ReadableFrom, window.From);
    }

    // An article with a day and no time may be of any hour of that day.
    private static bool IsSince(CataloguedArticle article, DateTimeOffset from) =>
        article.ReadableFrom is { } time
        && (time >= from || (time.TimeOfDay == TimeSpan.Zero && time.UtcDateTime >= from.UtcDateTime.Date));

    private static CataloguedArticle[] InOrder(IEnumerable<CataloguedArticle> articles) =>
        [.. articles.OrderBy(article => article.Source, StringComparer.Ordinal)];
}
