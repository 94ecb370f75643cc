using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.QueryDsl;
using NewsBot.Search.Index;
using NewsBot.Search.Index.Storing;

namespace NewsBot.Elastic;

/// <summary>Represents a passage index on Elasticsearch, for archives that outgrow one machine. Experimental.</summary>
/// <remarks>
/// Thread-safe, as described for <see cref="IPassageIndex"/>. What was committed is there after a restart; what was not is applied again.
/// One host fills one index. Of its processes, the first to open the index commits; others add for themselves alone. Unlike the local
/// index, it ranks by the query's terms only, finds no other spellings of names, returns at most <see cref="MostHits"/> hits, and its
/// scores depend a little on passages that were replaced and not deleted yet. All members but the two applied numbers may throw an
/// <see cref="IOException"/> that says what to do.
/// </remarks>
public sealed class ElasticPassageIndex : IPassageIndex, IDisposable
{
    /// <summary>Specifies the most hits of a search: the engine's <c>index.max_result_window</c>.</summary>
    public const int MostHits = 10_000;

    // Each session has so many numbers of writes; as sums with the session they stay exact in JSON.
    private const int SessionBits = 32;

    // From so many on, it is worth finding out whether they are all.
    private const int MassRemoval = 10_000;

    // Searches in progress see what a commit deletes; they are repeated, but not forever.
    private const int Tries = 3;

    private const int PageDocuments = 5_000;

    private readonly ElasticOptions options;
    private readonly EngineClient engine;
    private readonly FileStream? writerLock;
    private readonly long session;
    private readonly Lock writing = new();
    private readonly Dictionary<long, string> copies = [];
    private IndexView view;
    private CommittedState committed;
    private long lastWrite;
    private long droppedUpTo;
    private int deletions;

    private ElasticPassageIndex(ElasticOptions options, EngineClient engine, FileStream? writerLock, CommittedState committed)
    {
        (this.options, this.engine, this.writerLock, this.committed) = (options, engine, writerLock, committed);
        session = committed.Session;
        lastWrite = session << SessionBits;
        view = IndexView.Of(committed);
    }

    /// <inheritdoc/>
    public int PassageCount => Count(EngineQueries.Of(View));

    /// <inheritdoc/>
    public int DocumentCount => EngineQueries.Of(View) is { } visible ? Count(EngineQueries.FirstPassages(visible)) : 0;

    /// <inheritdoc/>
    public long AppliedChange => Volatile.Read(ref committed).Change;

    /// <inheritdoc/>
    public string AppliedHistory => Volatile.Read(ref committed).History;

    /// <summary>Gets a value indicating whether commits count; false while another process of the host has the index open.</summary>
    public bool IsKept => writerLock is not null;

    private IndexView View => Volatile.Read(ref view);

    /// <summary>Opens an index, which is made if it is missing.</summary>
    /// <exception cref="IOException">The engine or the lock folder cannot be used; the message says what to do.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock folder may not be made.</exception>
    public static ElasticPassageIndex Open(ElasticOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var writerLock = DurableFile.TryLock(Directory.CreateDirectory(options.LockFolder).FullName);
        var engine = new EngineClient(options);
        try
        {
            engine.Create(options.Index, EngineSchema.Passages(options));
            engine.Create(EngineSchema.StateIndex(options), EngineSchema.State(options));
            var index = new ElasticPassageIndex(options, engine, writerLock, Enter(engine, isWriter: writerLock is not null));
            index.DeleteGone();
            if (index.IsKept)
                index.DeleteLater(EngineQueries.NotWrittenIn(index.View, index.lastWrite));
            return index;
        }
        catch
        {
            engine.Dispose();
            writerLock?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Two documents of <paramref name="put"/> have the same key, or a rights class is unknown; nothing
    /// was changed.</exception>
    /// <exception cref="IOException">The engine did not take all of it; nothing was changed.</exception>
    public void Apply(IReadOnlyCollection<long> removed, IReadOnlyCollection<IndexDocument> put)
    {
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(put);
        if (put.GroupBy(document => document.Key).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new ArgumentException($"Two documents have the key {repeated.Key}.", nameof(put));
        if (put.FirstOrDefault(document => document.RightsClass >= 64) is { } unknown)
            throw new ArgumentException(
                $"The document {unknown.Key} has the rights class {unknown.RightsClass}; there are 0 to 63.",
                nameof(put)
            );
        if (removed.Count == 0 && put.Count == 0)
            return;

        lock (writing)
        {
            // A number is never used twice: what a failed write left behind, or still brings, belongs to no write that counts.
            var write = ++lastWrite;
            if (put.Count == 0 && removed.Count >= MassRemoval && IsAll(removed.ToHashSet()))
            {
                copies.Clear();
                droppedUpTo = write;
                Volatile.Write(ref view, IndexView.Empty);
                return;
            }

            new PassageUpload(engine, options).Send(put.SelectMany(document => PassageRecord.Of(document, write)));
            var gone = removed.Concat(put.Select(document => document.Key)).ToHashSet();
            var next = View.After(write, gone, gone.Where(copies.ContainsKey).Select(key => copies[key]));
            foreach (var key in gone)
                copies.Remove(key);
            foreach (var document in put)
                copies[document.Key] = PassageRecord.CopyOf(document.Key, write);
            Volatile.Write(ref view, next);
        }
    }

    /// <inheritdoc/>
    public void Commit(long appliedChange, string history = "")
    {
        ArgumentNullException.ThrowIfNull(history);
        if (!IsKept)
            return;
        lock (writing)
        {
            Keep(state => View.In(state) with { Change = appliedChange, History = history });
            try
            {
                DeleteGone();
                if (droppedUpTo > 0)
                    DeleteLater(EngineQueries.NotWrittenIn(View, droppedUpTo));
                droppedUpTo = 0;
            }
            catch (IOException)
            {
                // What stayed does not count, and the next commit deletes it.
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<IndexedDocument> Documents()
    {
        if (EngineQueries.Of(View) is not { } visible)
            yield break;
        List<FieldValue>? after = null;
        while (true)
        {
            var request = new SearchRequest(options.Index)
            {
                Query = EngineQueries.FirstPassages(visible),
                Size = PageDocuments,
                Sort = [Rising("document"), Rising("owner"), Rising("passages")],
                SearchAfter = after,
                Source = new(false),
                TrackTotalHits = new(false),
                AllowPartialSearchResults = false,
            };
            var page = Search("list of documents", request);
            foreach (var sort in page)
                yield return new IndexedDocument(Whole(sort[0]), Whole(sort[1]), (int)Whole(sort[2]));
            if (page.Count < PageDocuments)
                yield break;
            after = page[^1];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The engine did not answer for all of the index.</exception>
    public IReadOnlyList<PassageHit> Search(PassageQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, 1);
        for (var attempt = 1; ; attempt++)
        {
            var before = Volatile.Read(ref deletions);
            if (EngineQueries.Of(View) is not { } visible || EngineQueries.Of(query, visible) is not { } asked)
                return [];
            var request = new SearchRequest(options.Index)
            {
                Query = asked,
                Size = Math.Min(query.Top, MostHits),
                Sort = [new SortOptions { Score = new ScoreSort { Order = SortOrder.Desc } }, Rising("document"), Rising("passage")],
                Source = new(false),
                TrackTotalHits = new(false),
                AllowPartialSearchResults = false,

                // Scores count words in all shards, and so can be compared.
                SearchType = SearchType.DfsQueryThenFetch,
            };
            var hits = Search("search", request).ConvertAll(sort => new PassageHit(Whole(sort[1]), (int)Whole(sort[2]), Number(sort[0])));
            if (before == Volatile.Read(ref deletions) || attempt == Tries)
                return hits;
        }
    }

    /// <summary>Returns the hits, each with the engine's score as its only reason.</summary>
    /// <exception cref="IOException">The engine did not answer for all of the index.</exception>
    public IReadOnlyList<PassageExplanation> Explain(PassageQuery query) =>
        [
            .. Search(query)
                .Select(hit => new PassageExplanation
                {
                    Hit = hit,
                    Terms = [],
                    Signs = [KeyValuePair.Create("Elasticsearch", hit.Score)],
                }),
        ];

    /// <summary>Closes the connection. What was not committed is lost.</summary>
    public void Dispose()
    {
        engine.Dispose();
        writerLock?.Dispose();
    }

    /// <summary>Takes a number for this process, and returns what is committed.</summary>
    private static CommittedState Enter(EngineClient engine, bool isWriter)
    {
        while (true)
        {
            var read = engine.ReadState();
            var state = read?.State ?? new CommittedState();
            state = state with { Session = state.Session + 1, Writer = isWriter ? state.Session + 1 : state.Writer };
            if (engine.TryReplaceState(state, read))
                return state;
        }
    }

    private void Keep(Func<CommittedState, CommittedState> change)
    {
        while (true)
        {
            var read = engine.ReadState();
            if (read?.State is not { } state || state.Writer != session)
                throw new IOException(
                    $"Another host fills the index {options.Index} of Elasticsearch: give each host its own Search:Index, and restart."
                );
            var next = change(state);
            if (!engine.TryReplaceState(next, read))
                continue;
            Volatile.Write(ref committed, next);
            return;
        }
    }

    private bool IsAll(HashSet<long> removed) => Documents().All(document => removed.Contains(document.Key));

    private int Count(Query? query)
    {
        if (query is null)
            return 0;
        var answer = engine.Call("count", sender => sender.Count(new CountRequest(options.Index) { Query = query }));
        return answer.Shards.Failed == 0 ? checked((int)answer.Count) : throw EngineClient.Failure("count", "a shard failed");
    }

    private List<List<FieldValue>> Search(string what, SearchRequest request)
    {
        var answer = engine.Call(what, sender => sender.Search<PassageRecord>(request));
        if (answer.TimedOut)
            throw EngineClient.Failure(what, "it ran out of time");
        if (answer.Shards.Failed > 0)
            throw EngineClient.Failure(what, $"{answer.Shards.Failed} of its shards failed");
        return [.. answer.Hits.Select(hit => hit.Sort!.ToList())];
    }

    /// <summary>Deletes the copies that do not count, and forgets about them.</summary>
    private void DeleteGone()
    {
        Volatile.Write(ref deletions, deletions + 1);
        foreach (var gone in EngineQueries.GoneFrom(View))
            Delete(gone);
        Volatile.Write(ref view, View.AfterDeletion());
        copies.Clear();
    }

    private void Delete(Query query)
    {
        for (var attempt = 1; ; attempt++)
        {
            var request = new DeleteByQueryRequest(options.Index)
            {
                Query = query,
                Conflicts = Conflicts.Proceed,
                Refresh = true,
            };
            var answer = engine.Call("deletion", sender => sender.DeleteByQuery(request));
            if (answer.TimedOut != true && answer.Failures is not { Count: > 0 } && answer.VersionConflicts is null or 0)
                return;
            if (attempt == Tries)
                throw EngineClient.Failure("deletion", "some passages stayed");
        }
    }

    /// <summary>Begins to delete what counts for nobody, and does not wait for the end.</summary>
    private void DeleteLater(Query query)
    {
        var request = new DeleteByQueryRequest(options.Index)
        {
            Query = query,
            Conflicts = Conflicts.Proceed,
            WaitForCompletion = false,
        };
        engine.Call("deletion", sender => sender.DeleteByQuery(request));
    }

    private static SortOptions Rising(string field) => new() { Field = new FieldSort(field) { Order = SortOrder.Asc } };

    private static long Whole(FieldValue value) => value.TryGetLong(out var whole) ? whole.Value : checked((long)Number(value));

    private static double Number(FieldValue value) =>
        value.TryGetDouble(out var number) ? number.Value
        : value.TryGetLong(out var whole) ? whole.Value
        : throw EngineClient.Failure("search", "its answer has no numbers to sort by");
}
