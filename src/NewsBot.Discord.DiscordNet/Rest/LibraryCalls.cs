using Discord;
using Discord.Net;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Transport;

namespace NewsBot.Discord.DiscordNet.Rest;

/// <summary>Calls the library, and returns its exceptions as values. Thread-safe.</summary>
internal sealed class LibraryCalls(RestRequests requests, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>Makes a call. Throws only on the caller's own cancellation.</summary>
    /// <param name="method">For the log.</param>
    /// <param name="route">For the log: the path with names for its parts.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="nonce">A repeated one posts nothing.</param>
    /// <param name="deadline">The time after which it is pointless; 2 minutes unless given.</param>
    /// <returns>The body of Discord's response, or the failure.</returns>
    public async Task<(byte[] Answer, DeliveryFailure? Failure)> RunAsync(
        HttpMethod method,
        string route,
        Func<RequestOptions, Task> call,
        CancellationToken cancellationToken,
        string? nonce = null,
        TimeSpan? deadline = null
    )
    {
        var limit = deadline ?? Deadline;
        using var late = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var exchange = new Exchange { Nonce = nonce };
        exchange.Begin();
        try
        {
            var options = new RequestOptions
            {
                CancelToken = both.Token,
                RetryMode = RetryMode.RetryRatelimit,
                Timeout = (int)limit.TotalMilliseconds,
            };
            await call(options).WaitAsync(both.Token);
            return (exchange.Answer ?? [], null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The edge to the library, which may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // What Discord accepted is sent, even if the library cannot read the response: sending it again would show it twice.
            if (exchange.Answer is { } answer)
                return (answer, null);
            var failure = Explain(exception, exchange);
            Log.RequestFailed(log, method, route, failure.Message);
            return ([], failure);
        }
    }

    private DeliveryFailure Explain(Exception exception, Exchange exchange) =>
        exception switch
        {
            UnsentException unsent => unsent.Failure,
            HttpException refused => new DeliveryFailure(
                (int)refused.HttpCode == 401 && requests.TokenRevoked.IsCancellationRequested
                    ? DeliveryFailureKind.TokenRevoked
                    : DeliveryFailureKind.Refused,
                (int)refused.HttpCode,
                (int)(refused.DiscordCode ?? 0),
                $"{(int)refused.HttpCode} {refused.Reason}".TrimEnd()
            ),
            RateLimitedException => new DeliveryFailure(DeliveryFailureKind.RateLimited, 429, 0, "Discord required too long a wait"),
            TimeoutException or OperationCanceledException => exchange.Failure
                ?? new DeliveryFailure(DeliveryFailureKind.Unreachable, 0, 0, "no answer in time"),
            // The library's own checks; their texts may contain what was to be sent.
            _ => new DeliveryFailure(DeliveryFailureKind.Refused, 0, 0, $"Discord.Net did not send it ({exception.GetType().Name})"),
        };
}
