using NewsBot.Archive.Indexing;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Store;
using NewsBot.Search.Index;
using NewsBot.Search.Vectors;

namespace NewsBot.Archive.Embedding;

/// <summary>Embeds passages in the background, and finds those nearest in meaning to a query. Thread-safe.</summary>
public sealed class PassageEmbeddings
{
    /// <summary>Specifies how many results by words and how many by meaning are fused.</summary>
    internal const int FusedDepth = 50;

    private static readonly TimeSpan ChangesLookedFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly IndexUpdater indexed;
    private readonly IPassageIndex index;
    private readonly IPassageEmbedder embedder;
    private readonly PassageVectors vectors;
    private readonly EmbeddingUpdater updater;
    private readonly RecentQueries recent = new();
    private volatile EmbeddingProgress progress;

    internal PassageEmbeddings(
        IArticleStore store,
        IndexUpdater indexed,
        IPassageIndex index,
        IPassageEmbedder embedder,
        PassageVectors vectors
    )
    {
        (this.indexed, this.index, this.embedder, this.vectors) = (indexed, index, embedder, vectors);
        updater = new EmbeddingUpdater(store, indexed, embedder, vectors);
        progress = new EmbeddingProgress(Math.Min(vectors.Count, index.PassageCount), index.PassageCount, null);
    }

    /// <summary>Gets the progress as of the last step.</summary>
    public EmbeddingProgress Progress => progress;

    /// <summary>
    /// Embeds passages without a vector, and those added and replaced later, until cancelled. Retries after a failure, at growing
    /// intervals.
    /// </summary>
    /// <param name="time">Provides the waits between the steps.</param>
    /// <param name="report">Receives each step and each failure.</param>
    /// <param name="cancellationToken">Stops the work; what is embedded by then is kept.</param>
    public async Task RunAsync(TimeProvider time, Action<EmbeddingProgress> report, CancellationToken cancellationToken)
    {
        var wait = FirstWait;
        while (true)
        {
            try
            {
                await CatchUpAsync(report, cancellationToken).ConfigureAwait(false);
                wait = FirstWait;
                await Task.Delay(ChangesLookedFor, time, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is EmbeddingException or StoreException or IOException or UnauthorizedAccessException)
            {
                progress = progress with { Failure = failure.Message };
                report(progress);
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }
        }
    }

    /// <summary>Embeds everything that has no vector now.</summary>
    /// <exception cref="EmbeddingException">The model failed.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="IOException">The vectors cannot be kept.</exception>
    internal Task CatchUpAsync(Action<EmbeddingProgress> report, CancellationToken cancellationToken) =>
        updater.CatchUpAsync(
            embedded =>
            {
                progress = new EmbeddingProgress(Math.Min(embedded, index.PassageCount), index.PassageCount, null);
                report(progress);
            },
            cancellationToken
        );

    /// <summary>
    /// Returns the passages nearest to a query. None where words alone decide (a query with operators, with restricted rights, or limited
    /// to terms), and none when the model does not answer in time.
    /// </summary>
    internal async Task<IReadOnlyList<VectorHit>> FindAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        if (
            query.ByTermsAlone
            || query.VisibleRights != ulong.MaxValue
            || vectors.Count == 0
            || string.IsNullOrWhiteSpace(query.Text)
            || !(query with { Owners = null }).IsPlain
        )
            return [];
        if (recent.Find(query.Text) is not { } vector || vector.Length != vectors.Dimension)
        {
            if (await embedder.EmbedQueryAsync(query.Text, cancellationToken).ConfigureAwait(false) is not { } made)
                return [];
            vector = made;
            recent.Add(query.Text, vector);
        }

        return vectors.Search(
            vector.Span,
            FusedDepth,
            query.AsOf,
            document => indexed.IdOf(document) is { } id && query.Owners?.Contains(id) != false
        );
    }

    /// <summary>Returns the hits whose vectors were made from the text that is there now.</summary>
    internal static IReadOnlyList<(long Document, int Passage)> Still(
        IReadOnlyList<VectorHit> hits,
        IReadOnlyDictionary<long, ArchivedArticle> articles
    ) =>
        [
            .. hits.Where(hit =>
                    articles.TryGetValue(hit.Document, out var article)
                    && hit.Passage < article.Excerpts.Count
                    && EmbeddedText.PrintOf(article.Article, article.Excerpts[hit.Passage]) == hit.Print
                )
                .Select(hit => (hit.Document, hit.Passage))
                .Distinct(),
        ];
}
