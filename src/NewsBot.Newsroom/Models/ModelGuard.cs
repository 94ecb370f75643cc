using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// Stands before the model's endpoint: one retry with jitter for what may pass by itself, and a circuit breaker that stops asking where it does not,
/// so that a model that is down costs readers one wait and not one each. Thread-safe.
/// </summary>
internal sealed class ModelGuard
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(250);

    private readonly ResiliencePipeline pipeline;

    public ModelGuard(TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        builder.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = RetryDelay,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<ModelException>(failure => failure.Failure is ModelFailure.Throttled or ModelFailure.Unavailable),
        });
        builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 2,
            SamplingDuration = TimeSpan.FromSeconds(60),
            BreakDuration = TimeSpan.FromSeconds(30),
            ShouldHandle = new PredicateBuilder().Handle<ModelException>(failure => failure.Failure is not (ModelFailure.Declined or ModelFailure.Refused)),
        });
        pipeline = builder.Build();
    }

    /// <summary>Runs one request, maybe twice.</summary>
    /// <param name="request">Must not show the same again when it runs a second time.</param>
    /// <param name="patience">Cancelled when the reader has waited long enough: that is the model's failure, and counts as one.</param>
    /// <param name="cancellationToken">Cancelled with <paramref name="patience"/>, and when the reader leaves or has enough.</param>
    /// <exception cref="ModelException">It failed, also the second time, or the circuit is open.</exception>
    public async Task RunAsync(Func<CancellationToken, Task> request, CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            await pipeline.ExecuteAsync(async token => await TimedAsync(request, patience, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException open)
        {
            throw new ModelException(ModelFailure.CircuitOpen, "The model failed too often just now.", open);
        }
    }

    private static async Task TimedAsync(Func<CancellationToken, Task> request, CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            await request(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (patience.IsCancellationRequested)
        {
            throw new ModelException(ModelFailure.Timeout, "The model took too long.", late);
        }
    }
}
