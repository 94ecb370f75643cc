using System.ClientModel;
using System.ClientModel.Primitives;
using NewsBot.Archive.Embedding;
using OpenAI;
using OpenAI.Embeddings;

namespace NewsBot.Newsroom.Models;

/// <summary>Vectors from any endpoint that speaks OpenAI's embeddings, behind a circuit breaker. Thread-safe.</summary>
/// <remarks>Asks for plain numbers, which every such endpoint sends, and reads Base64 as well, which some send all the same.</remarks>
public sealed class OpenAiEmbedder : IPassageEmbedder
{
    private readonly EmbeddingOptions options;
    private readonly TimeProvider time;
    private readonly EmbeddingClient client;

    // None of them tries twice: a reader's second attempt is a second wait, and the background tries again by itself. Two, because an endpoint that is busy
    // with passages is too slow for readers, and must not be taken for one that is down.
    private readonly ModelGuard guard, backgroundGuard;

    /// <summary>An embedder of one model.</summary>
    /// <param name="options">Endpoint, key and name.</param>
    /// <param name="time">Measures patience.</param>
    /// <param name="http">Sends the requests; null: one of its own.</param>
    public OpenAiEmbedder(EmbeddingOptions options, TimeProvider time, HttpClient? http = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.options, this.time) = (options, time);
        guard = new ModelGuard(time, retries: 0);
        backgroundGuard = new ModelGuard(time, retries: 0);
        var settings = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = options.PassagesPatience + TimeSpan.FromSeconds(5),
        };
        if (http is not null) settings.Transport = new HttpClientPipelineTransport(http);
        client = new EmbeddingClient(options.Name, new ApiKeyCredential(options.ApiKey ?? "none"), settings);
    }

    /// <inheritdoc />
    public string Model => options.PassagePrefix.Length == 0 ? options.Name : $"{options.Name} {options.PassagePrefix}";

    /// <inheritdoc />
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await EmbedAsync([.. texts.Select(text => options.PassagePrefix + text)], backgroundGuard, options.PassagesPatience, cancellationToken).ConfigureAwait(false);
        }
        catch (ModelException failure)
        {
            throw new EmbeddingException(failure.Message, failure);
        }
    }

    /// <inheritdoc />
    public async Task<ReadOnlyMemory<float>?> EmbedQueryAsync(string query, CancellationToken cancellationToken)
    {
        try
        {
            return (await EmbedAsync([options.QueryPrefix + query], guard, options.QueryPatience, cancellationToken).ConfigureAwait(false))[0];
        }
        catch (Exception failure) when (failure is ModelException or EmbeddingException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<string> texts, ModelGuard by, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(wait, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        IReadOnlyList<ReadOnlyMemory<float>> vectors = [];
        await by.RunAsync(async token => vectors = await SendAsync(texts, token).ConfigureAwait(false), patience.Token, both.Token).ConfigureAwait(false);
        return vectors;
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> SendAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            using var content = BinaryContent.Create(EmbeddingWire.Request(options.Name, texts));
            var result = await client.GenerateEmbeddingsAsync(content, new RequestOptions { CancellationToken = cancellationToken }).ConfigureAwait(false);
            return EmbeddingWire.Read(result.GetRawResponse().Content.ToMemory(), texts.Count);
        }
        catch (ClientResultException refused) when (refused.Status is 400 or 413 or 422)
        {
            throw new EmbeddingException($"The model's endpoint answered {refused.Status}.") { IsOfTexts = true };
        }
        catch (Exception failure) when (OpenAiFailures.Translate(failure, cancellationToken) is { } known)
        {
            throw known;
        }
    }
}
