using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace NewsBot.Newsroom.Models;

/// <summary>
/// Guards a model's endpoint: one retry with jitter for failures that may pass, and a circuit breaker for those that do not, so that a
/// model that is down costs one reader a wait, not every reader. Thread-safe.
/// </summary>
internal sealed class ModelGuard
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(5);

    private readonly ResiliencePipeline breaker;
    private readonly ResiliencePipeline pipeline;

    /// <summary>Initializes a guard with a closed circuit.</summary>
    /// <param name="time">Measures pauses.</param>
    /// <param name="retries">The number of retries after failures that may pass.</param>
    public ModelGuard(TimeProvider time, int retries = 1)
    {
        breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = 2,
                    SamplingDuration = TimeSpan.FromSeconds(60),
                    // A reader waits for each attempt to find out whether the model is back.
                    BreakDurationGenerator = after =>
                        ValueTask.FromResult(FirstBreak * Math.Min(LongestBreak / FirstBreak, Math.Pow(2, after.HalfOpenAttempts))),
                    ShouldHandle = new PredicateBuilder().Handle<ModelException>(failure =>
                        failure.Failure is not (ModelFailure.Declined or ModelFailure.Refused)
                    ),
                }
            )
            .Build();
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (retries > 0)
        {
            builder.AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = retries,
                    Delay = RetryDelay,
                    UseJitter = true,
                    ShouldHandle = new PredicateBuilder().Handle<ModelException>(failure =>
                        failure.Failure is ModelFailure.Throttled or ModelFailure.Unavailable
                    ),
                }
            );
        }

        pipeline = builder.AddPipeline(breaker).Build();
    }

    /// <summary>Runs one request, with retries.</summary>
    /// <param name="request">The request. A retry must not show anything twice.</param>
    /// <param name="patience">Cancelled when the reader has waited long enough, which counts as a failure of the model.</param>
    /// <param name="cancellationToken">Cancelled with <paramref name="patience"/>, and when the reader leaves or has enough.</param>
    /// <param name="hasSpoken">Whether anything was received; null when nothing arrives before the end.</param>
    /// <exception cref="ModelException">The last attempt failed, or the circuit is open.</exception>
    public async Task RunAsync(
        Func<CancellationToken, Task> request,
        CancellationToken patience,
        CancellationToken cancellationToken,
        Func<bool>? hasSpoken = null
    )
    {
        try
        {
            await pipeline
                .ExecuteAsync(async token => await TimedAsync(request, patience, token).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (BrokenCircuitException open)
        {
            throw new ModelException(ModelFailure.CircuitOpen, "The model has failed too often recently.", open);
        }
        catch (ModelException silent) when (silent.Failure == ModelFailure.Timeout && hasSpoken?.Invoke() != true)
        {
            await CountAgainAsync(silent).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Counts silence until the reader's patience ran out as two failures, so that the next reader need not wait as
    /// long to find out the same.
    /// </summary>
    private async Task CountAgainAsync(ModelException silent)
    {
        try
        {
            await breaker.ExecuteAsync(_ => ValueTask.FromException(silent), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception known) when (known is ModelException or BrokenCircuitException)
        {
            // The caller that waited throws it.
        }
    }

    private static async Task TimedAsync(
        Func<CancellationToken, Task> request,
        CancellationToken patience,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await request(cancellationToken).ConfigureAwait(false);
        }
        // A cancelled request may also end as a broken connection.
        catch (Exception late)
            when (patience.IsCancellationRequested
                && late is (OperationCanceledException or ModelException { Failure: ModelFailure.Unavailable })
            )
        {
            throw new ModelException(ModelFailure.Timeout, "The model took too long.", late);
        }
    }
}
