using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Transport;
using Elastic.Transport.Products.Elasticsearch;
using Polly;
using Polly.Retry;
using ExistsIndexRequest = Elastic.Clients.Elasticsearch.IndexManagement.ExistsRequest;

namespace NewsBot.Elastic;

/// <summary>Sends requests to the engine, and repeats those that it was too busy for. Thread-safe.</summary>
internal sealed class EngineClient : IDisposable
{
    private const int NotFound = 404;
    private const int TooBusy = 429;
    private const string StateId = "state";

    private static readonly int?[] Passing = [null, TooBusy, 502, 503, 504];

    private readonly ElasticOptions options;
    private readonly ElasticsearchClientSettings settings;
    private readonly ElasticsearchClient client;
    private readonly ResiliencePipeline retries;

    /// <summary>Creates a client; sends nothing yet.</summary>
    public EngineClient(ElasticOptions options)
    {
        this.options = options;
        settings = new ElasticsearchClientSettings(new SingleNodePool(options.Url)).RequestTimeout(options.Timeout);
        if (options.ApiKey is { } key)
            settings.Authentication(new ApiKey(key));
        client = new ElasticsearchClient(settings);

        // The client's own repetitions go to another node, and behind one address it knows of none.
        retries =
            options.Retries == 0
                ? ResiliencePipeline.Empty
                : new ResiliencePipelineBuilder()
                    .AddRetry(
                        new RetryStrategyOptions
                        {
                            MaxRetryAttempts = options.Retries,
                            Delay = options.RetryPause,
                            BackoffType = DelayBackoffType.Exponential,
                            UseJitter = true,
                            ShouldHandle = static attempt => ValueTask.FromResult(IsPassing(attempt.Outcome.Result)),
                        }
                    )
                    .Build();
    }

    /// <summary>Sends a request, and returns its answer.</summary>
    /// <param name="what">What the request does, for the message: "search".</param>
    /// <param name="request">Sends it once; it may be called again.</param>
    /// <param name="accepted">A status other than success that is an answer, too.</param>
    /// <exception cref="IOException">The engine cannot be reached, refuses, or fails; the message says what to do.</exception>
    public T Call<T>(string what, Func<ElasticsearchClient, T> request, int accepted = 0)
        where T : ElasticsearchResponse
    {
        T answer;
        try
        {
            answer = retries.Execute(() => request(client));
        }
        catch (UnsupportedProductException failure)
        {
            throw new IOException(
                $"The server at Search:Url does not say that it is Elasticsearch, and its client works with nothing else; OpenSearch is "
                    + $"not supported. Name an Elasticsearch of version 9.",
                failure
            );
        }
        catch (TransportException failure)
        {
            throw Failure(what, failure.ApiCallDetails?.HttpStatusCode, failure.Message, failure);
        }

        if (answer.IsValidResponse || (accepted != 0 && answer.ApiCallDetails.HttpStatusCode == accepted))
            return answer;
        throw Failure(
            what,
            answer.ApiCallDetails.HttpStatusCode,
            answer.ElasticsearchServerError?.Error is { } error ? $"{error.Type}: {error.Reason}" : "it gave no reason",
            answer.ApiCallDetails.OriginalException
        );
    }

    /// <summary>Returns an exception for an answer that cannot be used.</summary>
    public static IOException Failure(string what, string reason) => new($"Elasticsearch did not complete a {what}: {reason}.");

    /// <summary>Makes an index unless it is there.</summary>
    public void Create(string name, CreateIndexRequest request)
    {
        var found = Call("look for its index", sender => sender.Indices.Exists(new ExistsIndexRequest(name)), NotFound);
        if (found.Exists)
            return;

        // Another process may have made it in the meantime.
        const int Refused = 400;
        var answer = Call("creation of the index", sender => sender.Indices.Create(request), Refused);
        var error = answer.ElasticsearchServerError?.Error;
        if (!answer.IsValidResponse && error?.Type != "resource_already_exists_exception")
            throw Failure("creation of its index", Refused, error?.Reason ?? "it gave no reason", null);
    }

    /// <summary>
    /// Returns what is committed, with the sequence number and term by which a replacement finds it unchanged; null: nothing.
    /// </summary>
    public (CommittedState State, long SequenceNumber, long PrimaryTerm)? ReadState()
    {
        var answer = Call(
            "reading of its state",
            sender => sender.Get<CommittedState>(new GetRequest(EngineSchema.StateIndex(options), StateId)),
            NotFound
        );
        return answer is { Found: true, Source: { } state, SeqNo: { } number, PrimaryTerm: { } term } ? (state, number, term) : null;
    }

    /// <summary>Replaces what is committed, and returns whether nobody else had replaced it before.</summary>
    /// <param name="state">The new state.</param>
    /// <param name="read">The state that it replaces; null: there was none.</param>
    public bool TryReplaceState(CommittedState state, (CommittedState State, long SequenceNumber, long PrimaryTerm)? read)
    {
        const int Conflict = 409;
        var request = new IndexRequest<CommittedState>(state, EngineSchema.StateIndex(options), StateId);
        if (read is { SequenceNumber: var number, PrimaryTerm: var term })
            (request.IfSeqNo, request.IfPrimaryTerm) = (number, term);
        else
            request.OpType = OpType.Create;
        return Call("commit", sender => sender.Index(request), Conflict).IsValidResponse;
    }

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)settings).Dispose();

    // Passages have ids of their own, so that a request with some that were taken may be sent again.
    private static bool IsPassing(object? answer) =>
        answer is ElasticsearchResponse { ApiCallDetails.HttpStatusCode: var status }
        && (Passing.Contains(status) || answer is BulkResponse { Items: { } items } && items.Any(item => item.Status == TooBusy));

    private static IOException Failure(string what, int? status, string reason, Exception? inner)
    {
        var remedy = status switch
        {
            null => "see that it runs, and correct Search:Url",
            401 or 403 => "correct Search:ApiKey, and let the key read, write and create the two indices of Search:Index",
            413 => "raise its http.max_content_length",
            429 or 503 => "it is too busy or has no shard to answer: see its health, and try again",
            _ => "see its log",
        };
        var answer = status is null ? "does not answer" : $"answered {status}";
        return new IOException($"Elasticsearch {answer} to a {what} ({reason.TrimEnd('.')}): {remedy}.", inner);
    }
}
