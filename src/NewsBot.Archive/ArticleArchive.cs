using System.Runtime.CompilerServices;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Catalogue;
using NewsBot.Archive.Embedding;
using NewsBot.Archive.Indexing;
using NewsBot.Archive.Ingest;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Store;
using NewsBot.Archive.Watching;
using NewsBot.Search.Index;
using NewsBot.Search.Vectors;

namespace NewsBot.Archive;

/// <summary>Keeps the newsroom's articles in a store and finds them through an index derived from it.</summary>
/// <remarks>
/// Articles under embargo, superseded or withdrawn appear in a result only where their stage is given: see
/// <see cref="ArticleStanding.StageAt"/>. Thread-safe. A search sees every article that any process had put when the search began; while
/// <see cref="FollowAsync"/> runs, it may miss the newest. It never sees one that was removed, replaced or withdrawn before it began. All
/// methods throw the store's <see cref="StoreException"/>, except those that ingest: they list it in their report.
/// </remarks>
public sealed class ArticleArchive : IAsyncDisposable
{
    private const long MaxKeptChars = 32_000_000;

    // Articles that change during a search are looked up again, but not forever.
    private const int Tries = 3;

    // As of an earlier day, at most one result in three comes from a version that has since been superseded.
    private const int EarlierShare = 3;

    private readonly IArticleStore store;
    private readonly ReportingIndex index;
    private readonly IndexUpdater updater;
    private readonly SplitArticles splits = new(MaxKeptChars);
    private readonly IndexedVersions versions;
    private readonly HeldArticles held;
    private readonly ArticleCatalogue catalogue;
    private readonly HeldArticles superseded;
    private bool isDisposed;
    private PassageEmbeddings? embeddings;

    private ArticleArchive(IArticleStore store, IPassageIndex index, int articlesPerCommit)
    {
        this.store = store;
        this.index = new ReportingIndex(index);
        updater = new IndexUpdater(store, this.index, articlesPerCommit);
        versions = new IndexedVersions(store, updater, splits);
        held = new HeldArticles(store, store.HeldAsync, splits);
        superseded = new HeldArticles(store, store.SupersededAsync, splits);
        catalogue = new ArticleCatalogue(ChangesSinceAsync);
    }

    /// <summary>Opens the archive: loads what the index has kept, and applies the store's later changes.</summary>
    /// <param name="store">The store. Disposed of with the archive.</param>
    /// <param name="index">
    /// Empty, or left by an archive over this store; from now on only the archive writes to it. Kept up to date on disk if it is stored
    /// there. Dispose of it after the archive. An index of another store is recognised and rebuilt.
    /// </param>
    /// <param name="notes">
    /// Receives one sentence on why an index is rebuilt, before the work begins, and sentences on its progress if it takes long; null: not
    /// reported.
    /// </param>
    /// <param name="cancellationToken">Cancels the filling of the index.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public static Task<ArticleArchive> OpenAsync(
        IArticleStore store,
        IPassageIndex index,
        Action<string>? notes,
        CancellationToken cancellationToken
    ) => OpenAsync(store, index, notes, IndexUpdater.UsualArticlesPerCommit, cancellationToken);

    /// <summary>Opens the archive without notes.</summary>
    public static Task<ArticleArchive> OpenAsync(IArticleStore store, IPassageIndex index, CancellationToken cancellationToken) =>
        OpenAsync(store, index, null, cancellationToken);

    internal static async Task<ArticleArchive> OpenAsync(
        IArticleStore store,
        IPassageIndex index,
        Action<string>? notes,
        int articlesPerCommit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(index);
        var archive = new ArticleArchive(store, index, articlesPerCommit);
        if (await archive.updater.StartAsync(cancellationToken).ConfigureAwait(false) is { } problem)
            notes?.Invoke($"The search index is rebuilt from the stored articles: {problem}.");
        await archive.updater.CatchUpAsync(new IndexingNotes(store.Time, notes).Report, cancellationToken).ConfigureAwait(false);
        return archive;
    }

    /// <summary>Lets searches also find passages by meaning, once they are embedded. Call it once, before the first search.</summary>
    /// <param name="embedder">Makes the vectors.</param>
    /// <param name="vectors">Keeps the vectors of that model. Dispose of it after the archive.</param>
    /// <returns>The embedding of passages, which does nothing until it is run.</returns>
    public PassageEmbeddings EmbedWith(IPassageEmbedder embedder, PassageVectors vectors) =>
        embeddings = new PassageEmbeddings(store, updater, index, embedder, vectors);

    /// <summary>
    /// Returns the passages that match best (see <see cref="ArchivedArticle.Excerpts"/>), best first, none of them from an article
    /// removed or replaced before the search began. As of an earlier day: those of the versions that answered at its end.
    /// </summary>
    public Task<IReadOnlyList<RetrievedPassage>> SearchAsync(PassageQuery query, CancellationToken cancellationToken) =>
        SearchAsync(query, ArticleScope.Everything, cancellationToken);

    /// <summary>Returns the same of the articles of a scope, as if there were no others.</summary>
    public async Task<IReadOnlyList<RetrievedPassage>> SearchAsync(
        PassageQuery query,
        ArticleScope scope,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        var found = await SearchCurrentAsync(query, scope, cancellationToken).ConfigureAwait(false);
        if (EndOf(query.AsOf) >= Now)
            return found;
        var earlier = await superseded
            .SearchAsync(
                query with
                {
                    Top = Math.Max(1, query.Top / EarlierShare),
                },
                ArticleStage.Superseded,
                (article, now) => scope.Allows(article.Article) && article.StageAsOf(now, EndOf(query.AsOf)) == ArticleStage.Current,
                cancellationToken
            )
            .ConfigureAwait(false);
        if (earlier.Count == 0)
            return found;
        var passages = found.Concat(earlier).ToDictionary(passage => (passage.Article.Id, passage.Passage.Number));
        return
        [
            .. ReciprocalRank
                .Fuse(
                    [.. found.Select(passage => new PassageHit(passage.Article.Id, passage.Passage.Number, passage.Score))],
                    [.. earlier.Select(passage => (passage.Article.Id, passage.Passage.Number))],
                    query.Top
                )
                .Select(hit => passages[(hit.Document, hit.Passage)] with { Score = hit.Score }),
        ];
    }

    private async Task<IReadOnlyList<RetrievedPassage>> SearchCurrentAsync(
        PassageQuery asked,
        ArticleScope scope,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var isBehind = await updater.PrepareAsync(cancellationToken).ConfigureAwait(false) > 0;
            var query = await LimitAsync(asked, scope, cancellationToken).ConfigureAwait(false);
            var meant = embeddings is null ? [] : await embeddings.FindAsync(query, cancellationToken).ConfigureAwait(false);
            var hits = index.Search(meant.Count == 0 ? query : query with { Top = Math.Max(query.Top, PassageEmbeddings.FusedDepth) });
            var keys = hits.Select(hit => hit.Document).Concat(meant.Select(hit => hit.Document));
            var articles = await versions.GetAsync(keys, isBehind, cancellationToken).ConfigureAwait(false);
            var now = Now;
            foreach (var hidden in articles.Where(article => article.Value.StageAt(now) != ArticleStage.Current).ToList())
                articles.Remove(hidden.Key);
            if (hits.Any(hit => !articles.ContainsKey(hit.Document)) && !isBehind && attempt < Tries)
                continue;
            foreach (
                var unseen in articles
                    .Where(article =>
                        article.Value.StageAsOf(now, EndOf(query.AsOf)) != ArticleStage.Current || !scope.Allows(article.Value.Article)
                    )
                    .ToList()
            )
                articles.Remove(unseen.Key);
            var found = hits.Where(hit => articles.ContainsKey(hit.Document)).ToList();
            return
            [
                .. (meant.Count == 0 ? found : ReciprocalRank.Fuse(found, PassageEmbeddings.Still(meant, articles), query.Top)).Select(
                    hit => Passage(hit, articles)
                ),
            ];
        }
    }

    /// <summary>Returns a query limited to the articles of a scope that readers see now.</summary>
    private async Task<PassageQuery> LimitAsync(PassageQuery query, ArticleScope scope, CancellationToken cancellationToken)
    {
        var limited = scope.Filter.IsNone ? query : query with { From = scope.Filter.From, To = scope.Filter.To };
        return scope.LimitsPublishers
            ? limited with
            {
                Owners = (await CatalogueAsync(cancellationToken).ConfigureAwait(false)).IdsOf(scope),
            }
            : limited;
    }

    /// <summary>Returns the catalogue of what readers see now. The first call reads every article.</summary>
    public async Task<ArticleCatalogue> CatalogueAsync(CancellationToken cancellationToken)
    {
        await catalogue.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return catalogue;
    }

    /// <summary>
    /// Returns the best-matching passages of articles under embargo, or of withdrawn ones that readers have seen: for those with the
    /// right to see them, and to report that there were some.
    /// </summary>
    public Task<IReadOnlyList<RetrievedPassage>> SearchHeldAsync(
        PassageQuery query,
        ArticleScope scope,
        ArticleStage stage,
        CancellationToken cancellationToken
    ) =>
        held.SearchAsync(
            query,
            stage,
            (article, now) =>
                scope.Allows(article.Article)
                && (stage == ArticleStage.Embargoed || article.Standing.VisibleFrom(article.Article) <= Earlier(now, EndOf(query.AsOf))),
            cancellationToken
        );

    /// <summary>
    /// Returns the article of this source; null when there is none, or when readers may not see it. They may see a superseded one.
    /// </summary>
    public Task<ArchivedArticle?> FindAsync(string source, CancellationToken cancellationToken) =>
        FindAsync(source, seesEmbargoed: false, cancellationToken);

    /// <summary>Returns the article of this source, for readers who may also see articles under embargo.</summary>
    public async Task<ArchivedArticle?> FindAsync(string source, bool seesEmbargoed, CancellationToken cancellationToken) =>
        await StageOfAsync(source, cancellationToken).ConfigureAwait(false) is { } found
        && (found.Stage is ArticleStage.Current or ArticleStage.Superseded || (found.Stage == ArticleStage.Embargoed && seesEmbargoed))
            ? found.Article
            : null;

    /// <summary>
    /// Returns the article of a source and who may see it; null when there is none. For staff, and to say that an article was withdrawn.
    /// </summary>
    public async Task<ArticleVersion?> StageOfAsync(string source, CancellationToken cancellationToken) =>
        await store.FindAsync(source, cancellationToken).ConfigureAwait(false) is { } stored ? Version(stored) : null;

    /// <summary>Returns who may see an article now, as of the end of a day (UTC); null: as of now.</summary>
    public ArticleStage StageOf(ArchivedArticle article, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.StageAsOf(Now, EndOf(asOf));
    }

    /// <summary>
    /// Returns all versions of an article's item, oldest first, including those hidden from readers, and the rulings of staff.
    /// </summary>
    public async Task<(IReadOnlyList<ArticleVersion> Versions, IReadOnlyList<Ruling> Rulings)> ItemAsync(
        string source,
        CancellationToken cancellationToken
    )
    {
        var item = await store.ItemAsync(source, cancellationToken).ConfigureAwait(false);
        return ([.. item.Versions.Select(Version)], item.Rulings);
    }

    /// <summary>Returns the sources of the withdrawn articles and the times of withdrawal.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> WithdrawnAsync(CancellationToken cancellationToken) =>
        (await store.HeldAsync(cancellationToken).ConfigureAwait(false))
            .Where(stored => stored.Standing.Withdrawal is not null)
            .ToDictionary(stored => stored.Article.Source, stored => stored.Standing.Withdrawal!.At, StringComparer.Ordinal);

    /// <summary>Withdraws or restores an item: see <see cref="IArticleStore.RuleAsync"/>.</summary>
    public Task<bool> RuleAsync(Ruling ruling, CancellationToken cancellationToken) => store.RuleAsync(ruling, cancellationToken);

    /// <summary>
    /// Returns what has changed since a change, as readers see it: an article that they may not see counts as removed. See
    /// <see cref="IArticleStore.ChangesSinceAsync"/>.
    /// </summary>
    public async IAsyncEnumerable<ArticleChange> ChangesSinceAsync(
        long change,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // Lifts due embargoes first, which makes changes too.
        await store.LastChangeAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var stored in store.ChangesSinceAsync(change, cancellationToken).ConfigureAwait(false))
            yield return stored with
            {
                Article = stored.CurrentAt(Now),
            };
    }

    /// <summary>Returns the number of the newest change; 0 for an archive that was never written to.</summary>
    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => store.LastChangeAsync(cancellationToken);

    /// <summary>Ingests files and folders: see <see cref="ArticleIngest"/>, which needs no index.</summary>
    public Task<IngestReport> IngestAsync(
        IReadOnlyList<string> paths,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken
    ) => ArticleIngest.RunAsync(store, paths, progress, cancellationToken);

    /// <summary>Ingests a fetched feed: see <see cref="ArticleIngest"/>.</summary>
    public Task<IngestReport> IngestAsync(FetchedFeed feed, ReadingOptions options, CancellationToken cancellationToken) =>
        ArticleIngest.RunAsync(store, feed, options, cancellationToken);

    /// <summary>Returns a watch that ingests a folder as it changes.</summary>
    public FolderWatch Watch(string folder, ReadingOptions options) => new(store, folder, options, store.Time);

    /// <summary>Returns a name for all that led to a change: see <see cref="IArticleStore.HistoryAsync"/>.</summary>
    public Task<string?> HistoryAsync(long change, CancellationToken cancellationToken) => store.HistoryAsync(change, cancellationToken);

    /// <summary>Brings the index up to date, however long that takes.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => updater.CatchUpAsync(null, cancellationToken);

    /// <summary>Gets how far the index was behind when the store was last looked at. Reads nothing, and never fails.</summary>
    public IndexLag Lag => updater.Lag;

    /// <summary>
    /// Keeps the index up to date until cancelled. Meanwhile searches wait for a small step at most and may miss the newest articles.
    /// </summary>
    public Task FollowAsync(CancellationToken cancellationToken) =>
        updater.FollowAsync(stopping => catalogue.IsRead ? catalogue.CatchUpAsync(stopping) : Task.CompletedTask, cancellationToken);

    /// <summary>
    /// Returns by about how many new, replaced and removed articles the index is behind what a search could find now; 0: by none, and
    /// always 0 unless <see cref="FollowAsync"/> runs.
    /// </summary>
    public Task<long> BehindAsync(CancellationToken cancellationToken) => updater.PrepareAsync(cancellationToken);

    /// <summary>Determines whether no article was ever put into the archive. An archive that was emptied is not untouched.</summary>
    public async Task<bool> IsUntouchedAsync(CancellationToken cancellationToken) =>
        await LastChangeAsync(cancellationToken).ConfigureAwait(false) == 0;

    /// <summary>
    /// Returns the results of <see cref="SearchAsync(PassageQuery, ArticleScope, CancellationToken)"/> in the same order, each with the
    /// reasons for its rank.
    /// </summary>
    public async Task<IReadOnlyList<ExplainedPassage>> ExplainAsync(
        PassageQuery query,
        ArticleScope scope,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        var isBehind = await updater.PrepareAsync(cancellationToken).ConfigureAwait(false) > 0;
        var explanations = index.Explain(await LimitAsync(query, scope, cancellationToken).ConfigureAwait(false));
        var articles = await versions
            .GetAsync(explanations.Select(explanation => explanation.Hit.Document), isBehind, cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. explanations
                .Where(explanation =>
                    articles.TryGetValue(explanation.Hit.Document, out var article)
                    && StageOf(article, query.AsOf) == ArticleStage.Current
                    && scope.Allows(article.Article)
                )
                .Select(explanation => new ExplainedPassage(Passage(explanation.Hit, articles), explanation)),
        ];
    }

    /// <summary>Verifies the store and that the index agrees with it. Reads every article.</summary>
    public Task<CheckReport> CheckAsync(CancellationToken cancellationToken) =>
        IndexCheck.RunAsync(store, index, updater, cancellationToken);

    /// <summary>Returns the number of articles that every reader may see.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await store.LastChangeAsync(cancellationToken).ConfigureAwait(false);
        return await store.CountAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Commits the index and closes the store. The caller disposes of the index afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        await updater.FinishAsync().ConfigureAwait(false);
        await store.DisposeAsync().ConfigureAwait(false);
        updater.Dispose();
        held.Dispose();
        catalogue.Dispose();
        superseded.Dispose();
    }

    private DateTimeOffset Now => store.Time.GetUtcNow();

    private static DateTimeOffset EndOf(DateOnly? day) =>
        day is { } last ? new DateTimeOffset(last.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero) : DateTimeOffset.MaxValue;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private ArticleVersion Version(StoredArticle stored) => new(splits.Split(stored), stored.Standing.StageAt(stored.Article, Now));

    private static RetrievedPassage Passage(PassageHit hit, Dictionary<long, ArchivedArticle> articles) =>
        new(articles[hit.Document], articles[hit.Document].Excerpts[hit.Passage], hit.Score);
}
