using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NewsBot.Archive.Parsing;
using NewsBot.Connections;
using NewsBot.Text;

namespace NewsBot.Arriving;

/// <summary>
/// Fetches feeds: within limits on size, time and redirects, from public addresses only, and from each host one at a time. Thread-safe.
/// </summary>
/// <remarks>Bypasses proxies: through a proxy, the address behind a name cannot be checked.</remarks>
internal sealed class FeedFetcher : IDisposable
{
    /// <summary>Specifies the maximum size of a feed in bytes, unpacked.</summary>
    public const int MaxBytes = ArticleReader.MaxArticleBytes;

    /// <summary>Specifies the maximum number of redirects.</summary>
    public const int MaxRedirects = 5;

    /// <summary>Specifies the maximum time for one response, including its content.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private const int ChunkBytes = 64 * 1024;
    private const int MaxValidatorChars = 1000;
    private const string Accepted =
        "application/rss+xml, application/atom+xml, application/feed+json, "
        + "application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";

    private readonly HttpClient http;
    private readonly PublicConnector connector;
    private readonly HostTurns turns;
    private readonly TimeProvider time;

    /// <summary>Creates a fetcher.</summary>
    /// <param name="privateHosts">Hosts that may have any address.</param>
    /// <param name="time">The clock.</param>
    /// <param name="resolve">Finds the addresses of a host; null: the system's resolver.</param>
    public FeedFetcher(
        IReadOnlyList<string> privateHosts,
        TimeProvider time,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null
    )
    {
        this.time = time;
        turns = new HostTurns(time);
        connector = new PublicConnector(privateHosts, resolve ?? Dns.GetHostAddressesAsync);
        http = new HttpClient(connector.NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("NewsBot", ProductVersion.Number));
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", Accepted);
    }

    /// <summary>Fetches a feed. Failures of servers and networks are results.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="known">What the server gave last time; null: nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<FeedResponse> FetchAsync(Uri address, FeedValidators? known, CancellationToken cancellationToken)
    {
        var at = address;
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            var (response, next) = await AskAsync(at, known, cancellationToken);
            if (next is null)
                return response!;
            if (Refusal(address, at, next) is { } refusal)
                return FeedResponse.Failed(refusal);
            at = next;
        }

        return FeedResponse.Failed($"redirects more than {MaxRedirects} times");
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private string? Refusal(Uri feed, Uri from, Uri to)
    {
        if (to.Scheme is not ("http" or "https") || to.UserInfo.Length > 0)
            return $"redirects to an address that is not fetched ({to.Scheme})";
        if (from.Scheme == "https" && to.Scheme == "http")
            return "redirects from https to http; ask its publisher, or change its address";
        // Hosts are allowed for their own feeds: no other server may redirect there.
        return connector.IsNamed(to.IdnHost) && !to.IdnHost.Equals(feed.IdnHost, StringComparison.OrdinalIgnoreCase)
            ? new RefusedAddressException(to.IdnHost).Message
            : null;
    }

    // The response, or the address to ask instead.
    private async Task<(FeedResponse? Response, Uri? Next)> AskAsync(
        Uri address,
        FeedValidators? known,
        CancellationToken cancellationToken
    )
    {
        using var turn = await turns.TakeAsync(address.IdnHost, cancellationToken);
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (known?.ETag is { } tag)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (known?.LastModified is { } date)
                request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ends.Token);
            if (IsRedirect(response.StatusCode) && response.Headers.Location is { } location)
                return (null, new Uri(address, location));
            return (await ReadAsync(response, known, ends.Token), null);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (FeedResponse.Failed($"did not answer within {TimeLimit.TotalSeconds:F0} s"), null);
        }
        catch (HttpRequestException failure)
        {
            return (FeedResponse.Failed(HttpFaults.Reason(failure)), null);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UriFormatException)
        {
            return (FeedResponse.Failed(failure is InvalidDataException ? "sends what cannot be unpacked" : "broke off its answer"), null);
        }
    }

    private async Task<FeedResponse> ReadAsync(HttpResponseMessage response, FeedValidators? known, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified)
            return new FeedResponse { Validators = known };
        if (response.StatusCode != HttpStatusCode.OK)
            return FeedResponse.Failed($"answers {(int)response.StatusCode}", HttpFaults.RetryAfter(response, time));
        if (response.Content.Headers.ContentLength > MaxBytes)
            return TooLarge();
        using var content = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var chunk = new byte[ChunkBytes];
        int count;
        while ((count = await body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            // Limits the unpacked size, too.
            if (content.Length + count > MaxBytes)
                return TooLarge();
            content.Write(chunk, 0, count);
        }

        return new FeedResponse { Content = content.ToArray(), Validators = Validators(response) };
    }

    private static FeedResponse TooLarge() => FeedResponse.Failed($"is larger than {MaxBytes / (1024 * 1024)} MB; a feed is not");

    private static FeedValidators? Validators(HttpResponseMessage response)
    {
        var (tag, date) = (Header(response.Headers, "ETag"), Header(response.Content.Headers, "Last-Modified"));
        return tag is null && date is null ? null : new FeedValidators(tag, date);
    }

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values)
        && values.ToString() is { Length: > 0 and <= MaxValidatorChars } value
        && Ascii.IsValid(value)
            ? value
            : null;

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;
}
