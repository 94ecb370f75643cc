using System.IO.Compression;
using System.Text;
using NewsBot.Arriving;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Arriving;

public sealed class FeedFetcherTests : IAsyncLifetime
{
    private readonly ScriptedFeedServer server = new();
    private readonly FakeTime time = new();
    private FeedFetcher fetcher = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        fetcher = server.NewFetcher(time);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Feed_IsFetched_AndAskedForConditionallyTheNextTime()
    {
        server.Always(ScriptedFeedServer.Response("200 OK", "<rss/>", "ETag: W/\"1\"", "Last-Modified: Mon, 04 May 2026 10:00:00 GMT"));
        var first = await FetchAsync();
        server.Always(ScriptedFeedServer.Head("304 Not Modified"));
        time.Advance(HostTurns.Spacing);

        var second = await FetchAsync(first.Validators);

        Assert.Equal("<rss/>", Encoding.UTF8.GetString(first.Content!.Value.Span));
        Assert.Equal((null, null, first.Validators), (second.Content, second.Failure, second.Validators));
        Assert.DoesNotContain("If-", server.Requests[0], StringComparison.Ordinal);
        Assert.Contains("If-None-Match: W/\"1\"\r\n", server.Requests[1], StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Mon, 04 May 2026 10:00:00 GMT\r\n", server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompressedFeed_IsUnpacked()
    {
        server.Always(ScriptedFeedServer.Response("200 OK", Gzip("<rss/>"u8.ToArray()), "Content-Encoding: gzip"));

        Assert.Equal("<rss/>", Encoding.UTF8.GetString((await FetchAsync()).Content!.Value.Span));
    }

    [Fact]
    public async Task ServerThatDropsMidBody_IsAFailure()
    {
        server.Always([.. ScriptedFeedServer.Head("200 OK", "Content-Length: 5000"), .. "<rss><channel>"u8]);

        Assert.Equal("broke off its answer", (await FetchAsync()).Failure);
    }

    [Theory]
    [InlineData("Retry-After: 120", 120)]
    [InlineData("Retry-After: Mon, 04 May 2026 12:10:00 GMT", 600)]
    [InlineData("Retry-After: soon", null)]
    public async Task ServerThatIsBusy_SaysWhenToComeBack(string header, int? seconds)
    {
        server.Always(ScriptedFeedServer.Response("429 Too Many Requests", "", header));

        var response = await FetchAsync();

        Assert.Equal(("answers 429", seconds), (response.Failure, (int?)response.RetryAfter?.TotalSeconds));
    }

    [Theory]
    [InlineData("500 Internal Server Error", "answers 500")]
    [InlineData("404 Not Found", "answers 404")]
    [InlineData("204 No Content", "answers 204")]
    public async Task AnyOtherStatus_IsAFailure(string status, string expected)
    {
        server.Always(ScriptedFeedServer.Response(status, ""));

        Assert.Equal(expected, (await FetchAsync()).Failure);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/x")]
    [InlineData("http://2130706433:{0}/x")]
    [InlineData("http://localhost:{0}/x")]
    [InlineData("http://private.test:{0}/x")]
    [InlineData("http://10.0.0.1/x")]
    [InlineData("http://192.168.1.1/x")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]:{0}/x")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/x")]
    [InlineData("http://[fe80::1]/x")]
    [InlineData("http://[fd00::1]/x")]
    [InlineData("http://[64:ff9b::a00:1]/x")]
    public async Task RedirectToAPrivateAddress_IsNotFollowed(string location)
    {
        server.Always(ScriptedFeedServer.Response("302 Found", "", $"Location: {string.Format(null, location, server.Port)}"));

        var response = await FetchAsync();

        Assert.Contains("which is not a public address; name that host in Ingest:PrivateHosts", response.Failure, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task RedirectToAHostThatIsNamedForAnotherFeed_IsNotFollowed()
    {
        server.Always(ScriptedFeedServer.Response("302 Found", "", $"Location: {server.Address(ScriptedFeedServer.OtherHost)}"));

        Assert.Contains("leads to other.test", (await FetchAsync()).Failure, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "redirects to an address that is not fetched (file)")]
    [InlineData("ftp://feed.test/x", "redirects to an address that is not fetched (ftp)")]
    [InlineData("http://user:word@feed.test/x", "redirects to an address that is not fetched (http)")]
    public async Task RedirectToAnythingButTheWeb_IsNotFollowed(string location, string expected)
    {
        server.Always(ScriptedFeedServer.Response("301 Moved Permanently", "", $"Location: {location}"));

        Assert.Equal(expected, (await FetchAsync()).Failure);
    }

    [Fact]
    public async Task RedirectWithinTheHost_IsFollowed_ButNotForever()
    {
        server.Answer = (head, stream) =>
            stream
                .WriteAsync(
                    head.StartsWith("GET /feed.xml", StringComparison.Ordinal)
                        ? ScriptedFeedServer.Response("302 Found", "", "Location: /moved.xml")
                        : ScriptedFeedServer.Response("200 OK", "<rss/>"),
                    Cancellation
                )
                .AsTask();
        var moved = await LeapingAsync(leaping => leaping.FetchAsync(server.Address(), null, Cancellation));
        server.Always(ScriptedFeedServer.Response("302 Found", "", "Location: /again.xml"));

        var circle = await LeapingAsync(leaping => leaping.FetchAsync(server.Address(), null, Cancellation));

        Assert.NotNull(moved.Content);
        Assert.Equal("redirects more than 5 times", circle.Failure);
        Assert.Equal(2 + 1 + FeedFetcher.MaxRedirects, server.Requests.Count);
    }

    [Fact]
    public async Task PrivateAddress_IsNotEvenConnectedTo_AndTheNameIsLookedUpOnce()
    {
        var written = await fetcher.FetchAsync(server.Address("127.0.0.1"), null, Cancellation);
        var named = await fetcher.FetchAsync(server.Address(ScriptedFeedServer.PrivateHost), null, Cancellation);

        Assert.Contains("leads to 127.0.0.1, which is not a public address", written.Failure, StringComparison.Ordinal);
        Assert.Contains("leads to private.test, which is not a public address", named.Failure, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        // What was checked is what is connected to: there is no second answer that could be another.
        Assert.Equal([ScriptedFeedServer.PrivateHost], server.LookedUp);
    }

    [Fact]
    public async Task SlowDrip_EndsAtTheTimeLimit()
    {
        server.Answer = async (_, stream) =>
        {
            await stream.WriteAsync((byte[])[.. ScriptedFeedServer.Head("200 OK"), (byte)'<'], Cancellation);
            await Task.Delay(Timeout.Infinite, Cancellation);
        };
        var fetching = FetchAsync();
        await time.TimerOfAsync(FeedFetcher.TimeLimit);
        time.Advance(FeedFetcher.TimeLimit);

        Assert.Equal("did not answer within 30 s", (await fetching.InTimeAsync()).Failure);
    }

    [Fact]
    public async Task EndlessBody_EndsAtTheSizeLimit()
    {
        server.Answer = async (_, stream) =>
        {
            await stream.WriteAsync(ScriptedFeedServer.Head("200 OK"), Cancellation);
            var chunk = new byte[1 << 20];
            while (true)
                await stream.WriteAsync(chunk, Cancellation);
        };

        Assert.Equal("is larger than 16 MB; a feed is not", (await FetchAsync().InTimeAsync()).Failure);
    }

    [Fact]
    public async Task BombOfGzip_EndsAtTheSizeLimit()
    {
        var bomb = Gzip(new byte[64 << 20]);
        Assert.True(bomb.Length < 1 << 17);
        server.Always(ScriptedFeedServer.Response("200 OK", bomb, "Content-Encoding: gzip"));

        Assert.Equal("is larger than 16 MB; a feed is not", (await FetchAsync()).Failure);
    }

    [Fact]
    public async Task DamagedGzip_IsAFailure()
    {
        server.Always(ScriptedFeedServer.Response("200 OK", "this is not gzip", "Content-Encoding: gzip"));

        Assert.Equal("sends what cannot be unpacked", (await FetchAsync()).Failure);
    }

    [Fact]
    public async Task ServerThatIsAway_IsAFailure()
    {
        var address = server.Address();
        await server.DisposeAsync();

        Assert.Equal("cannot be reached", (await fetcher.FetchAsync(address, null, Cancellation)).Failure);
    }

    [Fact]
    public async Task OneHost_IsAskedOneAtATime_WithATimeBetween()
    {
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Answer = async (_, stream) =>
        {
            await answered.Task;
            await stream.WriteAsync(ScriptedFeedServer.Response("200 OK", "<rss/>"), Cancellation);
        };
        var first = FetchAsync();
        await time.TimerOfAsync(FeedFetcher.TimeLimit);
        var second = FetchAsync();
        answered.SetResult();
        await first.InTimeAsync();
        await time.TimerOfAsync(HostTurns.Spacing);
        Assert.Single(server.Requests);

        time.Advance(HostTurns.Spacing);
        await second.InTimeAsync();

        Assert.Equal(2, server.Requests.Count);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private Task<FeedResponse> FetchAsync(FeedValidators? known = null) => fetcher.FetchAsync(server.Address(), known, Cancellation);

    // A clock that passes the time between two requests by itself.
    private async Task<FeedResponse> LeapingAsync(Func<FeedFetcher, Task<FeedResponse>> fetch)
    {
        using var leaping = server.NewFetcher(new ManualTime(time.GetUtcNow(), HostTurns.Spacing));
        return await fetch(leaping).InTimeAsync();
    }
}
