using System.Threading.RateLimiting;
using NewsBot.Access;
using NewsBot.Requests;
using NewsBot.Settings;

namespace NewsBot.Http;

/// <summary>
/// Limits how many questions are answered at once, of all callers together; a few more wait for their turn. Messages of Teams and Discord
/// pass: both are acknowledged before they are answered, and have queues of their own.
/// </summary>
internal sealed class WorkLimit(RequestDelegate next, NewsBotSettings settings, LimitMeter meter) : IDisposable
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

        using var turn = await limiter.AcquireAsync(1, context.RequestAborted);
        if (turn.IsAcquired)
        {
            await next(context);
            return;
        }

        meter.Add(nameof(LimitSettings.QuestionsWaiting));
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
}
