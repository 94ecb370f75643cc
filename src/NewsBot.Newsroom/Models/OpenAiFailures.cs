using System.ClientModel;
using System.Text.Json;

namespace NewsBot.Newsroom.Models;

/// <summary>What the OpenAI package throws, as the failures that the newsroom knows.</summary>
internal static class OpenAiFailures
{
    /// <summary>The failure; null for what is none of the endpoint's, such as the caller's cancellation.</summary>
    public static ModelException? Translate(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        // Without the package's own message: it may hold a part of the request.
        ClientResultException result => new ModelException(KindOf(result.Status), $"The model's endpoint answered {result.Status}."),
        HttpRequestException or IOException or AggregateException or ObjectDisposedException =>
            new ModelException(ModelFailure.Unavailable, "The connection to the model's endpoint broke.", failure),
        JsonException or InvalidOperationException or FormatException or KeyNotFoundException or ArgumentException or NotSupportedException =>
            new ModelException(ModelFailure.Malformed, "The model's endpoint sent what it should not.", failure),
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new ModelException(ModelFailure.Timeout, "The model's endpoint was silent for too long.", failure),
        _ => null,
    };

    private static ModelFailure KindOf(int status) => status switch
    {
        429 => ModelFailure.Throttled,
        0 or >= 500 or 408 => ModelFailure.Unavailable,
        _ => ModelFailure.Refused,
    };
}
