using System.ClientModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace NewsBot.Newsroom.Models;

/// <summary>Reads what a language model streams, and turns every failure of its endpoint into a <see cref="ModelException"/>.</summary>
internal static class ModelStream
{
    /// <summary>Returns all contents in order. Exceptions of tools pass unchanged.</summary>
    /// <exception cref="ModelException">The endpoint failed, or the language model declined.</exception>
    public static async IAsyncEnumerable<AIContent> ReadAsync(
        IChatClient client,
        IEnumerable<ChatMessage> messages,
        ChatOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var updates = client
            .GetStreamingResponseAsync(messages, options, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(updates, cancellationToken).ConfigureAwait(false))
        {
            if (updates.Current.FinishReason == ChatFinishReason.ContentFilter)
                throw new ModelException(ModelFailure.Declined, "The endpoint's filter stopped the model.");
            foreach (var content in updates.Current.Contents)
            {
                if (content is ErrorContent)
                    throw new ModelException(ModelFailure.Declined, "The model declined to answer.");
                yield return content;
            }
        }
    }

    /// <summary>
    /// Returns the failure that an exception means; null when it is not the endpoint's, as with cancellation by the caller.
    /// </summary>
    public static ModelException? Failure(Exception failure, CancellationToken cancellationToken) =>
        failure switch
        {
            // Without the package's own message, which may contain part of the request.
            ClientResultException result => new ModelException(KindOf(result.Status), $"The model's endpoint returned {result.Status}."),
            HttpRequestException or IOException or AggregateException or ObjectDisposedException => new ModelException(
                ModelFailure.Unavailable,
                "The connection to the model's endpoint broke.",
                failure
            ),
            JsonException
            or InvalidOperationException
            or FormatException
            or KeyNotFoundException
            or ArgumentException
            or NotSupportedException => new ModelException(
                ModelFailure.Malformed,
                "The model's endpoint sent an invalid response.",
                failure
            ),
            OperationCanceledException when !cancellationToken.IsCancellationRequested => new ModelException(
                ModelFailure.Timeout,
                "The model's endpoint was silent for too long.",
                failure
            ),
            _ => null,
        };

    private static ModelFailure KindOf(int status) =>
        status switch
        {
            429 => ModelFailure.Throttled,
            0 or >= 500 or 408 => ModelFailure.Unavailable,
            _ => ModelFailure.Refused,
        };

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (Failure(failure, cancellationToken) is { } known)
        {
            throw known;
        }
    }
}
