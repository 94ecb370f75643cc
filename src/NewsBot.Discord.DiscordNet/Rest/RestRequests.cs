using System.Text.Json.Nodes;
using Discord.Net.Rest;
using NewsBot.Discord.Options;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Transport;

namespace NewsBot.Discord.DiscordNet.Rest;

/// <summary>
/// Sends the library's requests to the address in the settings. The library observes the rate limits, but gives up on the first lost
/// response, repeats after a 502 without a pause, counts all interactions against one limit, and does not support an enforced nonce: this
/// class does. Thread-safe.
/// </summary>
internal sealed class RestRequests : IDisposable
{
    private readonly HttpClient http;
    private readonly Uri baseUrl;
    private readonly Func<double> jitter;
    private readonly TimeProvider time;
    private readonly MonotonicClock clock;
    private readonly InvalidRequestBudget budget;
    private readonly RateLimits limits;
    private readonly CancellationTokenSource revoked = new();

    public RestRequests(DiscordOptions options, TimeProvider time)
    {
        http = new HttpClient(DiscordRest.NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        baseUrl = new Uri(options.ApiBaseUrl.AbsoluteUri.TrimEnd('/') + "/");
        jitter = options.Jitter;
        this.time = time;
        clock = new MonotonicClock(time);
        budget = new InvalidRequestBudget(clock);
        limits = new RateLimits(clock);
    }

    /// <summary>Gets the token that is cancelled once Discord reports that the bot's token is not valid.</summary>
    public CancellationToken TokenRevoked => revoked.Token;

    /// <summary>Returns the factory of the library's clients; all of them send through this.</summary>
    /// <param name="baseUrl">The library's own address, which is not used here.</param>
    public IRestClient NewClient(string baseUrl) => new RestClient(this);

    /// <inheritdoc />
    public void Dispose()
    {
        http.Dispose();
        revoked.Dispose();
    }

    /// <summary>Sends a request until there is a response.</summary>
    /// <exception cref="UnsentException">It must not be sent, or there was no response.</exception>
    public async Task<RestResponse> SendAsync(RestCall call, CancellationToken cancellationToken)
    {
        var exchange = Exchange.Current ?? new Exchange();
        var json = call.Json is not null && exchange.Nonce is { } nonce ? WithNonce(call.Json, nonce) : call.Json;
        for (var attempt = 1; ; attempt++)
        {
            if (call.IsAsBot && revoked.IsCancellationRequested)
                throw new UnsentException(new DeliveryFailure(DeliveryFailureKind.TokenRevoked, 0, 0, "the token is not valid"));
            if (budget.IsSpent)
                throw new UnsentException(
                    new DeliveryFailure(DeliveryFailureKind.BudgetSpent, 0, 0, "too many requests were rejected in the last 10 minutes")
                );
            if (!call.IsAsBot)
                await limits.AcquireAsync(call.ToRequest(), cancellationToken);
            var (answer, failure) = await TryAsync(call, json, cancellationToken);
            if (answer is not null && !call.IsAsBot)
                limits.Learn(call.ToRequest(), answer.Headers);
            if (answer is { Status: 429 } && !call.IsAsBot)
            {
                // The library has one limit for all interactions; in fact each has its own, which is observed here.
                Judge(call, answer, attempt);
                exchange.Failure = new DeliveryFailure(DeliveryFailureKind.RateLimited, 429, 0, "429");
                if (attempt == DiscordRest.MaxTries)
                    throw new UnsentException(exchange.Failure);
                await clock.DelayAsync(answer.RetryAfter, cancellationToken);
                continue;
            }

            if (answer is not null)
            {
                var status = Judge(call, answer, attempt);
                if (status is >= 200 and < 300)
                    exchange.Answer = answer.Body;
                if (status < 500)
                    return answer.ToLibrary(status, withLimits: call.IsAsBot);
                failure = new DeliveryFailure(DeliveryFailureKind.Unreachable, status, 0, $"{status}");
            }

            exchange.Failure = failure;
            if (attempt == DiscordRest.MaxTries)
                throw new UnsentException(failure!);
            await clock.DelayAsync(DiscordRest.Backoff(attempt, jitter()), cancellationToken);
        }
    }

    private static string WithNonce(string json, string nonce)
    {
        var message = JsonNode.Parse(json)!.AsObject();
        message["nonce"] = nonce;
        message["enforce_nonce"] = true;
        return message.ToJsonString();
    }

    private async Task<(RestAnswer? Answer, DeliveryFailure? Failure)> TryAsync(
        RestCall call,
        string? json,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(DiscordRest.TryTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var message = call.ToMessage(baseUrl, json);
            using var response = await http.SendAsync(message, both.Token);
            return (new RestAnswer(response, await response.Content.ReadAsByteArrayAsync(both.Token)), null);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            var reason = exception is OperationCanceledException ? "no answer in time" : exception.Message;
            if (!call.IsAsBot)
                limits.Abandon(call.ToRequest());
            return (null, new DeliveryFailure(DeliveryFailureKind.Unreachable, 0, 0, reason));
        }
    }

    /// <summary>Counts rejections.</summary>
    /// <returns>The status for the library.</returns>
    private int Judge(RestCall call, RestAnswer answer, int attempt)
    {
        if (answer.Status is 401 or 403 || (answer.Status == 429 && answer.Header("X-RateLimit-Scope") != "shared"))
            budget.Count();
        if (answer.Status == 401 && call.IsAsBot)
            revoked.Cancel();
        // The first attempt succeeded although its response was lost.
        return answer.Status == 400 && attempt > 1 && answer.Code == DeliveryFailure.AlreadyAcknowledged ? 204 : answer.Status;
    }

    private sealed class RestClient(RestRequests owner) : IRestClient
    {
        private readonly Dictionary<string, string?> headers = [];
        private CancellationToken loggedIn;

        public void SetHeader(string key, string value)
        {
            lock (headers)
                headers[key] = value;
        }

        public void SetCancelToken(CancellationToken cancelToken) => loggedIn = cancelToken;

        public Task<RestResponse> SendAsync(
            string method,
            string endpoint,
            CancellationToken cancelToken,
            bool headerOnly,
            string? reason,
            IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders
        ) => SendAsync(method, endpoint, (string?)null, cancelToken);

        public Task<RestResponse> SendAsync(
            string method,
            string endpoint,
            string json,
            CancellationToken cancelToken,
            bool headerOnly,
            string? reason,
            IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders
        ) => SendAsync(method, endpoint, json, cancelToken);

        public Task<RestResponse> SendAsync(
            string method,
            string endpoint,
            IReadOnlyDictionary<string, object> multipartParams,
            CancellationToken cancelToken,
            bool headerOnly,
            string? reason,
            IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders
        ) => throw new NotSupportedException("NewsBot sends no files.");

        public void Dispose()
        {
            // The connections belong to the owner.
        }

        private async Task<RestResponse> SendAsync(string method, string endpoint, string? json, CancellationToken cancellationToken)
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(loggedIn, cancellationToken);
            RestCall call;
            lock (headers)
                call = new RestCall(method, endpoint, json, new Dictionary<string, string?>(headers));
            return await owner.SendAsync(call, both.Token);
        }
    }
}
