using System.Collections.Concurrent;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;

namespace NewsBot.Archive.Indexing;

/// <summary>Keeps a passage index in step with a store. Thread-safe.</summary>
/// <remarks>
/// An article's key in the index is the number of the change that wrote it, not its id: a hit then names one version, and a hit on a
/// version replaced or removed in the meantime is reliably recognised. An index on disk is committed after every
/// <paramref name="articlesPerCommit"/> changes and at the end; after a process is killed, no more than these have to be applied again.
/// While <see cref="FollowAsync"/> runs, changes are applied in small steps, and a search waits for one step at most.
/// </remarks>
internal sealed class IndexUpdater(IArticleStore store, IPassageIndex index, int articlesPerCommit) : IDisposable
{
    /// <summary>
    /// Specifies the usual number of changes between commits. A commit takes some milliseconds; applying this many changes again takes a
    /// quarter of a second.
    /// </summary>
    public const int UsualArticlesPerCommit = 500;

    /// <summary>Specifies how many changes are applied in one step while the index is followed: a tenth of a second's work.</summary>
    public const int StepChanges = 200;

    /// <summary>Specifies how often the store is looked at while the index is followed, beside its notices.</summary>
    public static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(1);

    private const long StepChars = 1_000_000;

    private const int BatchArticles = 2048;

    private const long BatchChars = 8_000_000;

    // The index identifies a passage by its position in the article, and the splitter decides what is there: with an index made by
    // another build of it, searches could quote the wrong passage. Builds are deterministic, so the same code has the same id.
    private static readonly string Splitter = typeof(ArticleSplitter).Module.ModuleVersionId.ToString("N");

    private readonly SemaphoreSlim catchingUp = new(1, 1);
    private readonly Dictionary<long, IndexedArticle> articles = [];
    private readonly ConcurrentDictionary<long, long> ids = [];
    private long applied;
    private int uncommitted;
    private volatile bool isFollowed;
    private readonly Lock sight = new();
    private long seen;
    private long seenBehindAt;

    /// <summary>Gets how far the index is behind the newest change that was seen; reads nothing.</summary>
    public IndexLag Lag
    {
        get
        {
            lock (sight)
            {
                var now = Volatile.Read(ref applied);
                return seen <= now
                    ? new IndexLag(0, TimeSpan.Zero, now)
                    : new IndexLag(seen - now, store.Time.GetElapsedTime(seenBehindAt), now);
            }
        }
    }

    /// <summary>
    /// Loads what the index has kept of this store. An index of another store, or of another state of this one, is emptied, and the
    /// reason is returned.
    /// </summary>
    public async Task<string?> StartAsync(CancellationToken cancellationToken)
    {
        var kept = index.Documents().ToList();
        var problem = await ProblemAsync(kept, cancellationToken).ConfigureAwait(false);
        if (problem is not null || index.AppliedChange == 0)
        {
            index.Apply([.. kept.Select(document => document.Key)], []);
            return problem;
        }

        foreach (var document in kept)
        {
            articles[document.Owner] = new IndexedArticle(document.Key, document.Passages);
            ids[document.Key] = document.Owner;
        }

        applied = index.AppliedChange;
        return null;
    }

    /// <summary>Brings the index to the store's present state.</summary>
    /// <param name="progress">Receives the changes applied and the newest one, after each batch; null: not reported.</param>
    /// <param name="cancellationToken">Cancels; what is applied stays.</param>
    public async Task CatchUpAsync(Action<long, long>? progress, CancellationToken cancellationToken)
    {
        var newest = await NewestAsync(cancellationToken).ConfigureAwait(false);
        while (newest > Volatile.Read(ref applied))
            await ApplyAsync(newest, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Prepares a search: brings the index up to date, or as far as a search waits for while the index is followed.</summary>
    /// <returns>By how many changes the index is behind; 0 unless it is followed.</returns>
    public async Task<long> PrepareAsync(CancellationToken cancellationToken)
    {
        if (!isFollowed)
        {
            await CatchUpAsync(null, cancellationToken).ConfigureAwait(false);
            return 0;
        }

        var newest = await NewestAsync(cancellationToken).ConfigureAwait(false);
        if (newest - Volatile.Read(ref applied) is > 0 and <= StepChanges)
            await ApplyAsync(newest, null, cancellationToken).ConfigureAwait(false);
        return Math.Max(0, newest - Volatile.Read(ref applied));
    }

    /// <summary>Keeps the index up to date until cancelled, so that searches need not.</summary>
    /// <param name="also">Done after each look at the store.</param>
    /// <param name="cancellationToken">Stops the work; what is applied by then stays.</param>
    public async Task FollowAsync(Func<CancellationToken, Task> also, CancellationToken cancellationToken)
    {
        isFollowed = true;
        try
        {
            while (true)
            {
                // Taken before the look, so that no change falls between the two.
                var notice = (store as IChangeNotices)?.NextAsync();
                try
                {
                    await CatchUpAsync(null, cancellationToken).ConfigureAwait(false);
                    await also(cancellationToken).ConfigureAwait(false);
                }
                catch (StoreException)
                {
                    // Searches meet the same failure and report it; the next look may find the store repaired.
                }

                await PauseAsync(notice, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            isFollowed = false;
        }
    }

    private async Task PauseAsync(Task? notice, CancellationToken cancellationToken)
    {
        if (notice is null)
        {
            await Task.Delay(LooksEvery, store.Time, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(notice, Task.Delay(LooksEvery, store.Time, end.Token)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await end.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Commits the changes applied since the last commit.</summary>
    public async Task FinishAsync()
    {
        await catchingUp.WaitAsync().ConfigureAwait(false);
        try
        {
            if (uncommitted > 0)
                await CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            catchingUp.Release();
        }
    }

    /// <summary>Returns the id of the article whose version has this key; null when it was replaced or removed.</summary>
    public long? IdOf(long key) => ids.TryGetValue(key, out var id) ? id : null;

    /// <summary>Runs a check while the index does not change.</summary>
    public async Task<T> WithArticlesAsync<T>(
        Func<IReadOnlyDictionary<long, IndexedArticle>, Task<T>> check,
        CancellationToken cancellationToken
    )
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

    /// <summary>
    /// Returns a name for all that led to a change and for how articles are split: while it stays the same, so does each passage of each
    /// version. Null: not known.
    /// </summary>
    public async Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) =>
        await store.HistoryAsync(change, cancellationToken).ConfigureAwait(false) is { } name ? $"{Splitter}/{name}" : null;

    public void Dispose() => catchingUp.Dispose();

    private async Task<string?> ProblemAsync(List<IndexedDocument> kept, CancellationToken cancellationToken)
    {
        if (index.AppliedChange == 0)
            return null;
        if (!index.AppliedHistory.StartsWith(Splitter, StringComparison.Ordinal))
            return "another version of this program made it";
        if (
            await store.LastChangeAsync(cancellationToken).ConfigureAwait(false) < index.AppliedChange
            || await HistoryAsync(index.AppliedChange, cancellationToken).ConfigureAwait(false) != index.AppliedHistory
        )
        {
            return "it was made from another database, or from a newer state of this one";
        }

        return kept.DistinctBy(document => document.Owner).Count() < kept.Count ? "it contains some articles twice" : null;
    }

    /// <summary>Applies changes up to one of them: all, or one step of them while the index is followed.</summary>
    private async Task ApplyAsync(long newest, Action<long, long>? progress, CancellationToken cancellationToken)
    {
        await catchingUp.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (newest <= applied)
                return;
            if (await ApplyNewAsync(newest, progress, cancellationToken).ConfigureAwait(false))
                // Removals of articles that never were in the index may not be listed.
                Volatile.Write(ref applied, Math.Max(applied, newest));
            if (uncommitted >= articlesPerCommit)
                await CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            catchingUp.Release();
        }
    }

    /// <summary>Returns whether there were no more changes.</summary>
    private async Task<bool> ApplyNewAsync(long newest, Action<long, long>? progress, CancellationToken cancellationToken)
    {
        var batch = new List<(ArticleChange Change, IReadOnlyList<Passage> Passages)>();
        var chars = 0L;
        var isStep = isFollowed;
        await foreach (var stored in store.ChangesSinceAsync(applied, cancellationToken).ConfigureAwait(false))
        {
            // Articles hidden from readers are not in the index at all, so that they do not affect how others rank.
            var change = stored with
            {
                Article = stored.CurrentAt(store.Time.GetUtcNow()),
            };
            batch.Add((change, change.Article is { } article ? ExcerptJoiner.Join(ArticleSplitter.Split(article.Text)) : []));
            chars += change.Article?.Text.Length ?? 0;
            if (isStep && (batch.Count >= StepChanges || chars >= StepChars))
            {
                Apply(batch);
                return false;
            }

            if (batch.Count < BatchArticles && chars < BatchChars)
                continue;
            Apply(batch);
            progress?.Invoke(applied, newest);
            batch.Clear();
            chars = 0;
        }

        if (batch.Count > 0)
            Apply(batch);
        return true;
    }

    private async Task<long> NewestAsync(CancellationToken cancellationToken)
    {
        var newest = await store.LastChangeAsync(cancellationToken).ConfigureAwait(false);
        lock (sight)
        {
            var wasBehind = seen > Volatile.Read(ref applied);
            seen = Math.Max(seen, newest);
            if (!wasBehind)
                seenBehindAt = store.Time.GetTimestamp();
        }

        return newest;
    }

    private void Apply(List<(ArticleChange Change, IReadOnlyList<Passage> Passages)> batch)
    {
        var put = new Dictionary<long, IndexDocument>();
        var removed = new HashSet<long>();
        var next = new Dictionary<long, IndexedArticle?>();
        foreach (var (change, passages) in batch)
        {
            var isKnown = next.TryGetValue(change.Id, out var old);
            if (!isKnown && articles.TryGetValue(change.Id, out var applied))
                old = applied;
            if (old is { Change: var key })
            {
                put.Remove(key);
                removed.Add(key);
            }

            next[change.Id] = null;
            if (change.Article is not { } article || passages.Count == 0)
                continue;
            next[change.Id] = new IndexedArticle(change.Change, passages.Count);
            ids[change.Change] = change.Id;
            put[change.Change] = Document(change, article, passages);
        }

        // Keys are known before the index can find them, and forgotten only once it no longer does. A merge may have written changes to
        // disk before the process ended without a commit: they are applied again here, with the same keys. An index that fails changes
        // nothing, and the next attempt must still know what to remove.
        removed.ExceptWith(put.Keys);
        index.Apply(removed, put.Values);
        foreach (var (id, article) in next)
        {
            if (article is { } indexed)
                articles[id] = indexed;
            else
                articles.Remove(id);
        }

        foreach (var key in removed)
            ids.TryRemove(key, out _);
        uncommitted += batch.Count;
        Volatile.Write(ref applied, batch[^1].Change.Change);
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (await HistoryAsync(applied, cancellationToken).ConfigureAwait(false) is not { } history)
            return;
        try
        {
            index.Commit(applied, history);
            uncommitted = 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The index goes on in memory and is derived: what could not be kept is made again at the next start. A full disk shows in
            // the store.
        }
    }

    private static IndexDocument Document(ArticleChange change, Article article, IReadOnlyList<Passage> passages) =>
        new()
        {
            Key = change.Change,
            Owner = change.Id,
            Source = article.Source,
            Headline = article.Headline,
            Published = article.PublishedOn,
            Passages = [.. passages.Select(passage => passage.Range.In(article.Text))],
        };
}
