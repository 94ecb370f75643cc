using System.Threading.RateLimiting;
using NewsBot.Access;
using NewsBot.Requests;
using NewsBot.Settings;

namespace NewsBot.Http;

/// <summary>
/// Limits how many questions are answered at once, of all callers together; a few more wait a few seconds for their turn. Messages of
/// Teams and Discord pass: both are acknowledged before they are answered, and have queues of their own.
/// </summary>
/// <remarks>
/// The wait is limited: in a rush, most callers would otherwise have left before their turn came, and the host would answer nobody, and go
/// on so long after the rush.
/// </remarks>
internal sealed class WorkLimit(RequestDelegate next, NewsBotSettings settings, LimitMeter meter, TimeProvider time) : IDisposable
{
    private readonly ConcurrencyLimiter limiter = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = settings.Access.Limits.QuestionsAtOnce,
            QueueLimit = settings.Access.Limits.QuestionsWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Runs the rest of the request, at once or when it is its turn; 503 where too many wait.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (EndpointAccess.Of(context)?.Costs(context.Request) != true)
        {
            await next(context);
            return;
        }

        using var turn = await WaitAsync(context.RequestAborted);
        if (turn?.IsAcquired == true)
        {
            await next(context);
            return;
        }

        meter.Add(turn is null ? "SecondsWaiting" : nameof(LimitSettings.QuestionsWaiting));
        context.Response.Headers.RetryAfter = "2";
        await FailureMiddleware.WriteAsync(
            context,
            new Problem(
                StatusCodes.Status503ServiceUnavailable,
                "Many questions are waiting for their answers. Try again in a few seconds."
            )
        );
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();

    /// <summary>Returns a turn, or one that was not acquired where too many wait; null where the wait took too long.</summary>
    private async Task<RateLimitLease?> WaitAsync(CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(settings.Access.Limits.LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        try
        {
            return await limiter.AcquireAsync(1, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            return null;
        }
    }
}
