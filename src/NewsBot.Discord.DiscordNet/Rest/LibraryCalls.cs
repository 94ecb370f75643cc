using Discord;
using Discord.Net;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Transport;

namespace NewsBot.Discord.DiscordNet.Rest;

/// <summary>Calls the library, whose failures are exceptions, and gives them as values. Thread-safe.</summary>
internal sealed class LibraryCalls(RestRequests requests, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>Makes a call. Only the caller's own cancellation is thrown.</summary>
    /// <param name="method">For the log.</param>
    /// <param name="route">For the log: the path with names for its parts.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="nonce">The same one again posts nothing.</param>
    /// <param name="deadline">After this time it is not worth anything; 2 minutes unless said otherwise.</param>
    /// <returns>The body of Discord's answer, or the failure.</returns>
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
#pragma warning disable CA1031 // The border to the library, which throws whatever it has.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // What Discord took is sent, whatever the library can make of the answer: sending it again would show it twice.
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
            RateLimitedException => new DeliveryFailure(DeliveryFailureKind.RateLimited, 429, 0, "Discord asked to wait for too long"),
            TimeoutException or OperationCanceledException => exchange.Failure
                ?? new DeliveryFailure(DeliveryFailureKind.Unreachable, 0, 0, "no answer in time"),
            // The library's own checks; their texts may hold what was to be sent.
            _ => new DeliveryFailure(DeliveryFailureKind.Refused, 0, 0, $"Discord.Net does not send it ({exception.GetType().Name})"),
        };
}
