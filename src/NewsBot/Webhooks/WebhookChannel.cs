using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NewsBot.Connections;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.Webhooks;

/// <summary>
/// Posts digests and alerts to programs as signed JSON. Each attempt of a post has the same id, by which its receiver knows it again.
/// Redirects are not followed. Thread-safe.
/// </summary>
internal sealed class WebhookChannel : IDigestChannel, IDisposable
{
    /// <summary>Specifies the name of the channel.</summary>
    public const string ChannelName = "webhook";

    /// <summary>Specifies the maximum time for the receiver's answer.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, WebhookSettings> webhooks;
    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly HostProblems problems;

    /// <summary>Creates the channel.</summary>
    /// <param name="webhooks">The receivers.</param>
    /// <param name="privateHosts">Hosts that may have any address.</param>
    /// <param name="time">The clock.</param>
    /// <param name="problems">Where receivers that fail are listed.</param>
    /// <param name="resolve">Finds the addresses of a host; null: the system's resolver.</param>
    public WebhookChannel(
        IReadOnlyList<WebhookSettings> webhooks,
        IReadOnlyList<string> privateHosts,
        TimeProvider time,
        HostProblems problems,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null
    )
    {
        this.webhooks = webhooks.ToDictionary(webhook => webhook.Order.Conversation, StringComparer.Ordinal);
        this.time = time;
        this.problems = problems;
        var connector = new PublicConnector(privateHosts, resolve ?? Dns.GetHostAddressesAsync);
        http = new HttpClient(connector.NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("NewsBot", ProductVersion.Number));
    }

    /// <inheritdoc />
    public string Name => ChannelName;

    /// <summary>Gets how long a receiver knows an id again: always, as it has to keep the ids of what it has taken.</summary>
    public TimeSpan DeduplicatesFor => TimeSpan.MaxValue;

    /// <inheritdoc />
    public async Task<PostResult> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        if (!webhooks.TryGetValue(post.Conversation, out var webhook))
            return PostResult.Refused("the settings name no such webhook");
        // The time when it was due tells it from the posts of an earlier state database, whose numbers begin anew.
        var id = string.Create(null, $"msg_{post.Key}-{post.DueAt.ToUnixTimeMilliseconds()}");
        var body = post switch
        {
            DigestPost digest => JsonSerializer.SerializeToUtf8Bytes(
                new WebhookJson<DigestJson>("digest", post.DueAt, DigestJson.From(digest.Digest)),
                NewsBotJson.Wire.WebhookJsonDigestJson
            ),
            AlertPost alert => JsonSerializer.SerializeToUtf8Bytes(
                new WebhookJson<AlertJson>("alert", post.DueAt, AlertJson.From(alert)),
                NewsBotJson.Wire.WebhookJsonAlertJson
            ),
            _ => throw new ArgumentException($"Webhooks have no layout for {post.GetType().Name}.", nameof(post)),
        };
        var result = await SendAsync(webhook, id, body, cancellationToken);
        problems.Note(post.Conversation, result.Fate == DeliveryFate.Delivered ? null : $"Webhook {webhook.Name} {result.Reason}.");
        return result;
    }

    /// <inheritdoc />
    public Task<bool?> WasPostedAsync(string conversation, string receipt, CancellationToken cancellationToken) =>
        Task.FromResult<bool?>(null);

    /// <summary>Does nothing: the log and the health check name what could not be posted.</summary>
    public Task ReportAsync(string conversation, string text, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task<PostResult> SendAsync(WebhookSettings webhook, string id, byte[] body, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        WebhookSignature.Add(request.Headers, id, time.GetUtcNow(), body, webhook.Key.Span);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ends.Token);
            return ResultOf(response);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return PostResult.Unknown($"did not answer within {TimeLimit.TotalSeconds:F0} s");
        }
        catch (HttpRequestException failure)
        {
            var reason = HttpFaults.Reason(failure);
            // Without a connection nothing was sent.
            return
                failure.HttpRequestError
                    is HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                || failure.InnerException is RefusedAddressException
                ? PostResult.NotPosted(reason)
                : PostResult.Unknown(reason);
        }
        catch (IOException)
        {
            return PostResult.Unknown("broke off its answer");
        }
    }

    private PostResult ResultOf(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            >= 200 and < 300 => PostResult.Posted(null),
            >= 300 and < 400 => PostResult.NotPosted($"answers {status}, and redirects are not followed; set its Url to where it leads"),
            // Its receiver may have taken it before something failed, and would then know only this id, and what came with it.
            >= 500 => PostResult.Unknown($"answers {status}"),
            _ => PostResult.NotPosted($"answers {status}"),
        } with
        {
            RetryAfter = HttpFaults.RetryAfter(response, time),
        };
    }
}
