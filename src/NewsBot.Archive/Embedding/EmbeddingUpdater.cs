using NewsBot.Archive.Indexing;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Archive.Store;
using NewsBot.Search.Vectors;

namespace NewsBot.Archive.Embedding;

/// <summary>Keeps the vectors of passages in step with a store. For one caller at a time.</summary>
/// <remarks>
/// A vector belongs to a text. It is used again wherever the same text occurs: in the article's next version, in a restored database,
/// after an update of the program. Removed articles need no step: their keys are unknown from then on, and the next merge drops their
/// vectors.
/// </remarks>
internal sealed class EmbeddingUpdater(IArticleStore store, IndexUpdater index, IPassageEmbedder embedder, PassageVectors vectors)
{
    private const int BatchArticles = 200;
    private const long BatchChars = 2_000_000;
    private const int TextsPerRequest = 32;

    // A killed process has to pay for this many again.
    private const int VectorsPerCommit = 1000;

    private readonly BatchedTexts texts = new(embedder);
    private bool isStarted,
        wasCleared;
    private long applied,
        committed;
    private int uncommitted;
    private int embedded;

    /// <summary>Embeds everything that has no vector; does nothing while another process is doing so.</summary>
    /// <param name="report">Receives the number of passages with a vector after each step.</param>
    /// <param name="cancellationToken">Stops the work; what is embedded by then is kept.</param>
    public async Task CatchUpAsync(Action<int> report, CancellationToken cancellationToken)
    {
        if (!vectors.TryBecomeWriter())
            return;
        var newest = await store.LastChangeAsync(cancellationToken).ConfigureAwait(false);
        if (!isStarted)
            await StartAsync(cancellationToken).ConfigureAwait(false);
        if (newest <= applied && committed == applied)
            return;
        await index.CatchUpAsync(null, cancellationToken).ConfigureAwait(false);
        embedded = vectors.CountLive(IsLive);
        try
        {
            while (applied < newest)
            {
                var batch = await ReadAsync(cancellationToken).ConfigureAwait(false);
                var isSame = await EmbedAsync(batch, report, cancellationToken).ConfigureAwait(false);
                if (!isSame)
                    continue;
                applied = batch is [.., var last] ? last.Change : newest;
                if (uncommitted >= VectorsPerCommit)
                    await CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            // Also when it is stopped or the model failed: what is there was expensive.
            await CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        embedded = vectors.CountLive(IsLive);
        report(embedded);
    }

    private bool IsLive(long document) => index.IdOf(document) is not null;

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var isOfThisStore =
            vectors.AppliedChange > 0
            && await index.HistoryAsync(vectors.AppliedChange, cancellationToken).ConfigureAwait(false) == vectors.AppliedHistory;
        applied = isOfThisStore ? vectors.AppliedChange : 0;
        committed = applied;
        isStarted = true;
    }

    private async Task<List<ArticleChange>> ReadAsync(CancellationToken cancellationToken)
    {
        // A batch, so that no read transaction stays open during the model's work.
        var batch = new List<ArticleChange>();
        var chars = 0L;
        await foreach (var change in store.ChangesSinceAsync(applied, cancellationToken).ConfigureAwait(false))
        {
            batch.Add(change);
            chars += change.Article?.Text.Length ?? 0;
            if (batch.Count == BatchArticles || chars >= BatchChars)
                break;
        }

        return batch;
    }

    /// <summary>
    /// Embeds the passages of some articles. Returns false when the vectors turn out to have another length and everything starts over.
    /// </summary>
    private async Task<bool> EmbedAsync(List<ArticleChange> batch, Action<int> report, CancellationToken cancellationToken)
    {
        var wanted = new List<PassagePlace>();
        var byPrint = new Dictionary<TextPrint, string>();
        foreach (var change in batch)
        {
            if (change.CurrentAt(store.Time.GetUtcNow()) is not { } article)
                continue;
            var excerpts = ExcerptJoiner.Join(ArticleSplitter.Split(article.Text));
            for (var passage = 0; passage < excerpts.Count; passage++)
            {
                var text = EmbeddedText.Of(article, excerpts[passage]);
                var place = new PassagePlace(change.Change, passage, article.PublishedOn, TextPrint.Of(text));
                wanted.Add(place);
                byPrint[place.Print] = text;
            }
        }

        foreach (var places in vectors.Reuse(wanted).GroupBy(place => place.Print).Chunk(TextsPerRequest))
        {
            var made = await texts.EmbedAsync([.. places.Select(place => byPrint[place.Key])], cancellationToken).ConfigureAwait(false);
            if (vectors.Dimension != 0 && vectors.Dimension != made[0].Length)
            {
                // Once, for an endpoint that now serves another model of the same name; one that alternates between several would cost
                // money forever.
                if (wasCleared)
                    throw new EmbeddingException("The embedding model makes vectors of different lengths.");
                (wasCleared, applied) = (true, 0);
                vectors.Clear();
                return false;
            }

            vectors.Add([.. places.SelectMany((group, i) => group.Select(place => new PassageVector(place, made[i])))]);
            var count = places.Sum(group => group.Count());
            (uncommitted, embedded) = (uncommitted + count, embedded + count);
            report(embedded);
        }

        return true;
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (uncommitted == 0 && committed == applied)
            return;
        // If the state has no name, the next start checks everything and finds the vectors by their texts.
        var history = await index.HistoryAsync(applied, cancellationToken).ConfigureAwait(false);
        vectors.Commit(history is null ? 0 : applied, history ?? "", IsLive);
        (uncommitted, committed) = (0, applied);
    }
}
