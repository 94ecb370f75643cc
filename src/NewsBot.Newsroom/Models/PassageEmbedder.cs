using System.ClientModel;
using Microsoft.Extensions.AI;
using NewsBot.Archive.Embedding;

namespace NewsBot.Newsroom.Models;

/// <summary>Embeds passages and queries with any generator of embeddings, behind a circuit breaker. Thread-safe.</summary>
public sealed class PassageEmbedder : IPassageEmbedder
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> generator;
    private readonly EmbeddingOptions options;
    private readonly TimeProvider time;

    // Neither retries: for a reader a second attempt is a second wait, and the background retries by itself. There are two, because an
    // endpoint busy with passages is too slow for readers, yet must not count as down.
    private readonly ModelGuard guard,
        backgroundGuard;

    /// <summary>Initializes an embedder of one model.</summary>
    /// <param name="generator">Makes the vectors; does not retry by itself.</param>
    /// <param name="options">The model's name, prefixes and patience.</param>
    /// <param name="time">Measures patience.</param>
    public PassageEmbedder(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(options);
        (this.generator, this.options, this.time) = (generator, options, time);
        guard = new ModelGuard(time, retries: 0);
        backgroundGuard = new ModelGuard(time, retries: 0);
    }

    /// <inheritdoc />
    public string Model => options.PassagePrefix.Length == 0 ? options.Name : $"{options.Name} {options.PassagePrefix}";

    /// <inheritdoc />
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedPassagesAsync(
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await EmbedAsync(
                    [.. texts.Select(text => options.PassagePrefix + text)],
                    backgroundGuard,
                    options.PassagesPatience,
                    cancellationToken
                )
                .ConfigureAwait(false);
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
            return (await EmbedAsync([options.QueryPrefix + query], guard, options.QueryPatience, cancellationToken).ConfigureAwait(false))[
                0
            ];
        }
        catch (Exception failure) when (failure is ModelException or EmbeddingException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
        IReadOnlyList<string> texts,
        ModelGuard by,
        TimeSpan wait,
        CancellationToken cancellationToken
    )
    {
        using var patience = new CancellationTokenSource(wait, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        IReadOnlyList<ReadOnlyMemory<float>> vectors = [];
        await by.RunAsync(async token => vectors = await SendAsync(texts, token).ConfigureAwait(false), patience.Token, both.Token)
            .ConfigureAwait(false);
        return vectors;
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> SendAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            var vectors = await generator.GenerateAsync(texts, cancellationToken: cancellationToken).ConfigureAwait(false);
            // With too few vectors, or vectors of different lengths, passages would be found by the meaning of others.
            if (
                vectors.Count != texts.Count
                || vectors.Any(vector => vector.Vector.IsEmpty || vector.Vector.Length != vectors[0].Vector.Length)
            )
                throw new FormatException("A vector is missing, or differs in length from the others.");
            return [.. vectors.Select(vector => vector.Vector)];
        }
        catch (ClientResultException refused) when (refused.Status is 400 or 413 or 422)
        {
            throw new EmbeddingException($"The model's endpoint returned {refused.Status}.") { IsOfTexts = true };
        }
        catch (Exception failure) when (ModelStream.Failure(failure, cancellationToken) is { } known)
        {
            throw known;
        }
    }
}
