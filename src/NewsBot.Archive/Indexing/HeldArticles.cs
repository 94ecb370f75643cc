using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;

namespace NewsBot.Archive.Indexing;

/// <summary>
/// Finds passages of articles that readers do not see: those under embargo, for staff, and those withdrawn, to say so, unless nobody ever saw them. They stand in an index of their own,
/// in memory, so that nothing of them shows in what the readers' index finds, ranks or counts. Thread-safe.
/// </summary>
internal sealed class HeldArticles(IArticleStore store, SplitArticles splits) : IDisposable
{
    private readonly SemaphoreSlim catchingUp = new(1, 1);
    private readonly InMemoryPassageIndex index = new();
    private Dictionary<long, ArchivedArticle> articles = [];
    private long applied = -1;

    /// <summary>Returns the excerpts of held articles in a stage that match best, best first.</summary>
    public async Task<IReadOnlyList<RetrievedPassage>> SearchAsync(PassageQuery query, ArticleStage stage, CancellationToken cancellationToken)
    {
        var held = await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        if (held.Count == 0)
            return [];
        var now = store.Time.GetUtcNow();
        return [.. index.Search(query with { VisibleRights = 1UL << (int)stage })
            .Where(hit => held.TryGetValue(hit.Document, out var article) && article.StageAt(now) == stage
                && (stage == ArticleStage.Embargoed || article.Standing.VisibleFrom(article.Article) <= now))
            .Select(hit => new RetrievedPassage(held[hit.Document], held[hit.Document].Excerpts[hit.Passage], hit.Score))];
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
            var held = (await store.HeldAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(stored => stored.Change, splits.Split);
            index.Apply([.. articles.Keys.Where(key => !held.ContainsKey(key))],
                [.. held.Where(one => !articles.ContainsKey(one.Key) && one.Value.Excerpts.Count > 0).Select(one => new IndexDocument
                {
                    Key = one.Key,
                    Owner = one.Value.Id,
                    Source = one.Value.Article.Source,
                    Headline = one.Value.Article.Headline,
                    Published = one.Value.Article.PublishedOn,
                    RightsClass = (byte)one.Value.StageAt(now),
                    Passages = [.. one.Value.Excerpts.Select(excerpt => excerpt.Range.In(one.Value.Article.Text))],
                })]);
            (articles, applied) = (held, newest);
            return held;
        }
        finally
        {
            catchingUp.Release();
        }
    }
}
