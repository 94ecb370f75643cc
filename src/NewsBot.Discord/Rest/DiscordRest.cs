using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Options;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rest;

/// <summary>Sends requests to Discord within its limits, and repeats those without a response. Thread-safe.</summary>
internal sealed class DiscordRest : IDisposable
{
    /// <summary>Specifies how often a request without a response is sent.</summary>
    public const int MaxTries = 4;

    /// <summary>Specifies how long one attempt may take.</summary>
    public static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(400);

    private readonly HttpClient http;
    private readonly string baseUrl;
    private readonly AuthenticationHeaderValue? authorization;
    private readonly Func<double> jitter;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly MonotonicClock clock;
    private readonly RateLimits limits;
    private readonly InvalidRequestBudget budget;
    private readonly CancellationTokenSource revoked = new();

    /// <param name="options">Base address and token.</param>
    /// <param name="handler">Sends the requests; disposed of with this.</param>
    /// <param name="time">Clock and timers.</param>
    /// <param name="log">Failures, without tokens.</param>
    public DiscordRest(DiscordOptions options, HttpMessageHandler handler, TimeProvider time, ILogger log)
    {
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd(
            $"DiscordBot ({options.About.AbsoluteUri}, {typeof(DiscordRest).Assembly.GetName().Version?.ToString(3)})"
        );
        baseUrl = options.ApiBaseUrl.AbsoluteUri.TrimEnd('/');
        authorization = options.Token is { } token ? new AuthenticationHeaderValue("Bot", token) : null;
        jitter = options.Jitter;
        this.time = time;
        this.log = log;
        clock = new MonotonicClock(time);
        limits = new RateLimits(clock);
        budget = new InvalidRequestBudget(clock);
    }

    /// <summary>Gets the token that is cancelled once Discord reports that the bot's token is not valid.</summary>
    public CancellationToken TokenRevoked => revoked.Token;

    /// <summary>
    /// Returns a handler that does not follow redirects, so that the token goes nowhere else, and detects moved addresses.
    /// </summary>
    public static HttpMessageHandler NewHandler() =>
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
        };

    /// <summary>Returns 0.4 s, 0.8 s, 1.6 s, each lengthened by up to a quarter, so that many hosts do not return at once.</summary>
    /// <param name="attempt">From 1.</param>
    /// <param name="jitter">From 0 to less than 1.</param>
    public static TimeSpan Backoff(int attempt, double jitter) => FirstBackoff * (1 << (attempt - 1)) * (1 + (jitter / 4));

    /// <summary>Sends the request. Throws only on the caller's own cancellation.</summary>
    public async Task<RestResult> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(request.Deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        DeliveryFailure? last = null;
        try
        {
            return await SendAsync(request, failure => last = failure, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(request, last ?? new DeliveryFailure(DeliveryFailureKind.Unreachable, 0, 0, "no answer in time"));
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        http.Dispose();
        revoked.Dispose();
    }

    private async Task<RestResult> SendAsync(RestRequest request, Action<DeliveryFailure> note, CancellationToken cancellationToken)
    {
        if (request.AsBot && authorization is null)
            return Failed(request, new DeliveryFailure(DeliveryFailureKind.Refused, 0, 0, "it needs Discord:Token, which is not set"));
        for (var attempt = 1; ; attempt++)
        {
            if (request.AsBot && revoked.IsCancellationRequested)
                return new RestResult([], new DeliveryFailure(DeliveryFailureKind.TokenRevoked, 0, 0, "the token is not valid"));
            if (budget.IsSpent)
                return Failed(
                    request,
                    new DeliveryFailure(DeliveryFailureKind.BudgetSpent, 0, 0, "too many requests were rejected in the last 10 minutes")
                );
            await limits.AcquireAsync(request, cancellationToken);
            var (result, retryAfter) = await TryAsync(request, attempt, cancellationToken);
            if (result.Failure is null)
                return result;
            note(result.Failure);
            if (retryAfter is null || attempt == MaxTries)
                return Failed(request, result.Failure);
            await clock.DelayAsync(retryAfter.Value, cancellationToken);
        }
    }

    private async Task<(RestResult Result, TimeSpan? RetryAfter)> TryAsync(
        RestRequest request,
        int attempt,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(TryTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var message = NewMessage(request);
            using var response = await http.SendAsync(message, both.Token);
            limits.Learn(request, response.Headers);
            var body = await response.Content.ReadAsByteArrayAsync(both.Token);
            return response.IsSuccessStatusCode ? (new RestResult(body, null), null) : Judge(request, attempt, response, body);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            limits.Abandon(request);
            var message = exception is OperationCanceledException ? "no answer in time" : exception.Message;
            return (new RestResult([], new DeliveryFailure(DeliveryFailureKind.Unreachable, 0, 0, message)), Backoff(attempt, jitter()));
        }
        catch (OperationCanceledException)
        {
            limits.Abandon(request);
            throw;
        }
    }

    private HttpRequestMessage NewMessage(RestRequest request)
    {
        var message = new HttpRequestMessage(request.Method, baseUrl + request.Path);
        if (request.AsBot)
            message.Headers.Authorization = authorization;
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return message;
    }

    private (RestResult Result, TimeSpan? RetryAfter) Judge(RestRequest request, int attempt, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var error = ErrorJson.TryRead(body);
        var code = error?.Code ?? 0;
        // The first attempt succeeded although its response was lost.
        if (code == DeliveryFailure.AlreadyAcknowledged && attempt > 1)
            return (new RestResult([], null), null);
        var failure = new DeliveryFailure(DeliveryFailureKind.Refused, status, code, $"{status} {error?.Message}".TrimEnd());
        switch (status)
        {
            case 429:
                var scope = response.Headers.TryGetValues("X-RateLimit-Scope", out var scopes) ? scopes.First() : "user";
                if (scope != "shared")
                    budget.Count();
                var wait = ErrorJson.WaitAfter(error, response.Headers);
                var isGlobal = error?.Global == true || scope == "global" || response.Headers.Contains("X-RateLimit-Global");
                limits.Block(request, wait, isGlobal);
                return (new RestResult([], failure with { Kind = DeliveryFailureKind.RateLimited }), wait);
            case >= 500:
                return (new RestResult([], failure with { Kind = DeliveryFailureKind.Unreachable }), Backoff(attempt, jitter()));
            case 401 when request.AsBot:
                budget.Count();
                revoked.Cancel();
                return (new RestResult([], failure with { Kind = DeliveryFailureKind.TokenRevoked }), null);
            case 401 or 403:
                budget.Count();
                return (new RestResult([], failure), null);
            default:
                return (new RestResult([], failure), null);
        }
    }

    private RestResult Failed(RestRequest request, DeliveryFailure failure)
    {
        Log.RequestFailed(log, request.Method, request.Route, failure.Message);
        return new RestResult([], failure);
    }
}
