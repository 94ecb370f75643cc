using System.Collections.Concurrent;
using NewsBot.Archive.Splitting;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;

namespace NewsBot.Archive.Indexing;

/// <summary>Keeps a passage index in step with a store. Thread-safe.</summary>
/// <remarks>
/// An article's key in the index is the number of the change that wrote it, not its id: a hit then names one version, and one of a version
/// that was replaced or removed meanwhile is recognised for certain.
/// </remarks>
internal sealed class IndexUpkeep(IArticleStore store, IPassageIndex index) : IDisposable
{
    private const int BatchArticles = 2048;

    private const long BatchChars = 8_000_000;

    private readonly SemaphoreSlim catchingUp = new(1, 1);
    private readonly Dictionary<long, IndexedArticle> articles = [];
    private readonly ConcurrentDictionary<long, long> ids = [];
    private long applied;

    /// <summary>Brings the index to the state that the store has now.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var newest = await store.LastChangeAsync(cancellationToken).ConfigureAwait(false);
        if (newest <= Volatile.Read(ref applied))
            return;

        await catchingUp.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (newest > applied)
                await ApplyNewAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            catchingUp.Release();
        }
    }

    /// <summary>The id of the article whose version has this key; null when it was replaced or removed.</summary>
    public long? IdOf(long key) => ids.TryGetValue(key, out var id) ? id : null;

    /// <summary>Runs a check while the index does not change.</summary>
    public async Task<T> WithArticlesAsync<T>(Func<IReadOnlyDictionary<long, IndexedArticle>, Task<T>> check, CancellationToken cancellationToken)
    {
        await catchingUp.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await check(articles).ConfigureAwait(false);
        }
        finally
        {
            catchingUp.Release();
        }
    }

    public void Dispose() => catchingUp.Dispose();

    private async Task ApplyNewAsync(CancellationToken cancellationToken)
    {
        var batch = new List<(ArticleChange Change, IReadOnlyList<Passage> Passages)>();
        var chars = 0L;
        await foreach (var change in store.ChangesSinceAsync(applied, cancellationToken).ConfigureAwait(false))
        {
            batch.Add((change, change.Article is { } article ? ArticleSplitter.Split(article.Text) : []));
            chars += change.Article?.Text.Length ?? 0;
            if (batch.Count < BatchArticles && chars < BatchChars)
                continue;
            Apply(batch);
            batch.Clear();
            chars = 0;
        }

        if (batch.Count > 0)
            Apply(batch);
    }

    private void Apply(List<(ArticleChange Change, IReadOnlyList<Passage> Passages)> batch)
    {
        var put = new Dictionary<long, IndexDocument>();
        var removed = new List<long>();
        foreach (var (change, passages) in batch)
        {
            if (articles.Remove(change.Id, out var old))
            {
                put.Remove(old.Change);
                removed.Add(old.Change);
            }

            if (change.Article is not { } article)
                continue;

            articles[change.Id] = new IndexedArticle(change.Change, passages.Count);
            ids[change.Change] = change.Id;
            if (passages.Count > 0)
                put[change.Change] = Document(change.Change, article, passages);
        }

        // Keys are known before the index can find them, and forgotten only when it no longer does.
        index.Apply(removed, put.Values);
        foreach (var key in removed)
            ids.TryRemove(key, out _);
        Volatile.Write(ref applied, batch[^1].Change.Change);
    }

    private static IndexDocument Document(long key, Article article, IReadOnlyList<Passage> passages) => new()
    {
        Key = key,
        Source = article.Source,
        Headline = article.Headline,
        Published = article.PublishedOn,
        Passages = [.. passages.Select(passage => passage.Range.In(article.Text))],
    };
}
