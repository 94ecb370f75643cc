using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;

namespace NewsBot.Archive.Indexing;

/// <summary>
/// Finds passages of articles outside the readers' index: those under embargo, for staff; those withdrawn, to say so; those superseded,
/// for questions about an earlier day. They have a separate index in memory, so that they do not affect what the readers' index finds,
/// ranks or counts. Thread-safe.
/// </summary>
/// <param name="store">The store of the articles.</param>
/// <param name="load">Reads them all.</param>
/// <param name="splits">Splits them.</param>
internal sealed class HeldArticles(
    IArticleStore store,
    Func<CancellationToken, Task<IReadOnlyList<StoredArticle>>> load,
    SplitArticles splits
) : IDisposable
{
    private readonly SemaphoreSlim catchingUp = new(1, 1);
    private readonly InMemoryPassageIndex index = new();
    private Dictionary<long, ArchivedArticle> articles = [];
    private long applied = -1;

    /// <summary>Returns the best-matching passages of articles in a stage, best first.</summary>
    /// <param name="query">The query.</param>
    /// <param name="stage">The stage now.</param>
    /// <param name="isShown">Determines whether an article in that stage is shown at the given time, which is now.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<IReadOnlyList<RetrievedPassage>> SearchAsync(
        PassageQuery query,
        ArticleStage stage,
        Func<ArchivedArticle, DateTimeOffset, bool> isShown,
        CancellationToken cancellationToken
    )
    {
        var held = await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        if (held.Count == 0)
            return [];
        var now = store.Time.GetUtcNow();
        // Chosen before they are ranked: articles that are not shown must take no place.
        var shown = held
            .Values.Where(article => article.StageAt(now) == stage && isShown(article, now))
            .Select(article => article.Id)
            .ToHashSet();
        if (shown.Count == 0)
            return [];
        return
        [
            .. index
                .Search(query with { VisibleRights = 1UL << (int)stage, Owners = shown, Top = query.Top })
                .Where(hit => held.TryGetValue(hit.Document, out var article) && article.StageAt(now) == stage && isShown(article, now))
                .Take(query.Top)
                .Select(hit => new RetrievedPassage(held[hit.Document], held[hit.Document].Excerpts[hit.Passage], hit.Score)),
        ];
    }

    public void Dispose() => catchingUp.Dispose();

    private async Task<Dictionary<long, ArchivedArticle>> CatchUpAsync(CancellationToken cancellationToken)
    {
        var newest = await store.LastChangeAsync(cancellationToken).ConfigureAwait(false);
        await catchingUp.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (newest == applied)
                return articles;
            var now = store.Time.GetUtcNow();
            var held = (await load(cancellationToken).ConfigureAwait(false)).ToDictionary(stored => stored.Change, splits.Split);
            index.Apply(
                [.. articles.Keys.Where(key => !held.ContainsKey(key))],
                [
                    .. held.Where(one => !articles.ContainsKey(one.Key) && one.Value.Excerpts.Count > 0)
                        .Select(one => new IndexDocument
                        {
                            Key = one.Key,
                            Owner = one.Value.Id,
                            Source = one.Value.Article.Source,
                            Headline = one.Value.Article.Headline,
                            Published = one.Value.Article.PublishedOn,
                            RightsClass = (byte)one.Value.StageAt(now),
                            Passages = [.. one.Value.Excerpts.Select(excerpt => excerpt.Range.In(one.Value.Article.Text))],
                        }),
                ]
            );
            (articles, applied) = (held, newest);
            return held;
        }
        finally
        {
            catchingUp.Release();
        }
    }
}
