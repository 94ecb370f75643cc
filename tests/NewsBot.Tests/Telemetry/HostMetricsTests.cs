using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Access;
using NewsBot.Archive.Ingest;
using NewsBot.Arriving;
using NewsBot.Http;
using NewsBot.Newsroom.State;
using NewsBot.Settings;
using NewsBot.Telemetry;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Telemetry;

/// <summary>What a host measures of its index, queues, limits and what arrives.</summary>
public sealed class HostMetricsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queues_AreMeasured_WithTheAgeOfTheOldest_AndWhatWasGivenUp()
    {
        await using var metered = await MeteredHost.StartAsync();
        await FillAsync(metered.Host, TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1));

        metered
            .Host.Services.GetRequiredService<HostMeter>()
            .Take(await metered.Host.Services.GetRequiredService<QueueStates>().ReadAsync(Stop), 4711);
        var ages = metered.Measured("newsbot.queue.age").Where(one => one.Value > 0).ToList();

        Assert.Equal(
            [("alerts", 0), ("digests", 1), ("teams.inbox", 2), ("teams.outbox", 1), ("webhooks", 2)],
            metered.Measured("newsbot.queue.depth").TakeLast(5)
        );
        Assert.Equal(["digests", "teams.inbox", "teams.outbox", "webhooks"], ages.TakeLast(4).Select(one => one.Tags));
        Assert.All(ages, one => Assert.InRange(one.Value, 3600, 3700));
        Assert.Equal(
            [("alerts", 1), ("digests", 0), ("teams.inbox", 0), ("teams.outbox", 1), ("webhooks", 0)],
            metered.Measured("newsbot.queue.dead").TakeLast(5)
        );
        Assert.InRange(metered.Measured("newsbot.queue.sample.age")[^1].Value, 0, 60);
        Assert.Equal(("", 4711), metered.Measured("newsbot.disk.free")[^1]);
    }

    [Fact]
    public async Task Scrape_WhileTheDatabaseIsLocked_ShowsTheLastState()
    {
        await using var metered = await MeteredHost.StartAsync();
        var state = metered.Host.Services.GetRequiredService<StateDatabase>();
        metered
            .Host.Services.GetRequiredService<HostMeter>()
            .Take(await metered.Host.Services.GetRequiredService<QueueStates>().ReadAsync(Stop), null);
        using var gate = new ManualResetEventSlim();
        var locked = state.WriteAsync(
            _ =>
            {
                gate.Wait(Stop);
                return true;
            },
            Stop
        );

        var metrics = await metered.Host.Client.GetStringAsync("/metrics", Stop);
        gate.Set();
        await locked;

        Assert.Contains("newsbot_queue_depth", metrics, StringComparison.Ordinal);
        Assert.Contains("newsbot_queue=\"teams.inbox\"", metrics, StringComparison.Ordinal);
        Assert.Contains("newsbot_index_lag", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sampler_MeasuresAtTheStart()
    {
        await using var metered = await MeteredHost.StartAsync();

        // Each read of the database is the wait for the next look.
        await UntilAsync(() => metered.Measured("newsbot.queue.depth").Count > 0).InTimeAsync();

        Assert.True(metered.Measured("newsbot.disk.free")[^1].Value > 0);
        Assert.Equal(("", 0), metered.Measured("newsbot.index.lag")[^1]);
        Assert.Equal(("", 0), metered.Measured("newsbot.index.lag.age")[^1]);

        async Task UntilAsync(Func<bool> isSo)
        {
            while (!isSo())
                await metered.Host.Services.GetRequiredService<StateDatabase>().ReadAsync(_ => true, Stop);
        }
    }

    [Fact]
    public async Task QuestionThatFindsNoTurn_IsCounted()
    {
        await using var metered = await MeteredHost.StartAsync();
        var settings = metered.Host.Services.GetRequiredService<NewsBotSettings>();
        settings = settings with
        {
            Access = settings.Access with { Limits = settings.Access.Limits with { QuestionsAtOnce = 1, QuestionsWaiting = 0 } },
        };
        var (began, ends) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var limit = new WorkLimit(
            _ =>
            {
                began.TrySetResult();
                return ends.Task;
            },
            settings,
            metered.Host.Services.GetRequiredService<LimitMeter>(),
            TimeProvider.System
        );

        var first = limit.InvokeAsync(Question(metered.Host));
        await began.Task.InTimeAsync();
        var refused = Question(metered.Host);
        await limit.InvokeAsync(refused);
        ends.SetResult();
        await first;

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, refused.Response.StatusCode);
        Assert.Equal([("QuestionsWaiting", 1)], metered.Measured("newsbot.limits.refused"));
    }

    [Fact]
    public async Task QuestionThatWaitsTooLong_IsRefused_AndTheNextGetsItsTurn()
    {
        await using var metered = await MeteredHost.StartAsync();
        var settings = metered.Host.Services.GetRequiredService<NewsBotSettings>();
        settings = settings with { Access = settings.Access with { Limits = settings.Access.Limits with { QuestionsAtOnce = 1 } } };
        var (began, ends, time) = (new TaskCompletionSource(), new TaskCompletionSource(), new FakeTime());
        using var limit = new WorkLimit(
            _ =>
            {
                began.TrySetResult();
                return ends.Task;
            },
            settings,
            metered.Host.Services.GetRequiredService<LimitMeter>(),
            time
        );

        var first = limit.InvokeAsync(Question(metered.Host));
        await began.Task.InTimeAsync();
        var tooLong = Question(metered.Host);
        var waiting = limit.InvokeAsync(tooLong);
        time.Advance(settings.Access.Limits.LongestWait - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await waiting.InTimeAsync();
        var next = limit.InvokeAsync(Question(metered.Host));
        ends.SetResult();
        await first.InTimeAsync();
        await next.InTimeAsync();

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, tooLong.Response.StatusCode);
        Assert.Equal("2", tooLong.Response.Headers.RetryAfter.ToString());
        Assert.Equal([("SecondsWaiting", 1)], metered.Measured("newsbot.limits.refused"));
    }

    [Fact]
    public async Task RefusedRequests_AreCounted_ByLimit()
    {
        await using var metered = await MeteredHost.StartAsync(settings =>
            settings with
            {
                Access = settings.Access with
                {
                    AllowAnonymous = true,
                    Limits = settings.Access.Limits with
                    {
                        QuestionsPerMinute = 1,
                        ReadsPerMinute = 1,
                        QuestionsAtOnce = 1,
                        QuestionsWaiting = 0,
                    },
                },
            }
        );

        foreach (var path in (string[])["/sources?q=a", "/sources?q=a", "/answer?q=a", "/answer?q=a", "/answer?q=a"])
            (await GetAsync(metered.Host, path)).Dispose();

        Assert.Equal(
            [("ReadsPerMinute", 1), ("QuestionsPerMinute", 1), ("QuestionsPerMinute", 1)],
            metered.Measured("newsbot.limits.refused")
        );
    }

    [Fact]
    public async Task Arrivals_AreMeasured_ByPlaceAndResult()
    {
        await using var metered = await MeteredHost.StartAsync(settings =>
            settings with
            {
                Ingest = settings.Ingest with { Watch = ["/nowhere/at/all"] },
            }
        );
        var desk = metered.Host.Services.GetRequiredService<ArrivalDesk>();

        desk.Tell("/in", Report(added: 3, replaced: 2, rejected: 1), null);
        desk.Tell("/in", null, "it is gone");
        desk.Tell("/in", Report(added: 1, replaced: 0, rejected: 0), null);

        Assert.Equal(
            [("/in added", 3), ("/in updated", 2), ("/in rejected", 1), ("/in added", 1)],
            metered.Measured("newsbot.ingest.articles")
        );
        Assert.Equal([("/in", 1), ("/in", 1)], metered.Measured("newsbot.ingest.files"));
        Assert.Equal([("/in", 1.5), ("/in", 1.5)], metered.Measured("newsbot.ingest.duration"));
        Assert.Contains(metered.Measured("newsbot.ingest.age"), one => one.Tags == "/in" && one.Value is >= 0 and < 60);
        var state = Assert.Single(metered.Host.Services.GetRequiredService<ArrivalStates>().All, one => one.Place == "/in");
        Assert.Equal((4, 2, 1, null), (state.Added, state.Replaced, state.Rejected, state.Problem));
    }

    /// <summary>Puts entries of every queue into the state database.</summary>
    internal static Task FillAsync(TestHost host, DateTimeOffset at) =>
        host
            .Services.GetRequiredService<StateDatabase>()
            .WriteAsync(
                db =>
                    db.Run(
                        "INSERT INTO teams_turns (key, conversation, received, body) VALUES ('a', 'chat', $1, x'01'), ('b', 'chat', $1, x'01')",
                        at
                    )
                    + db.Run("INSERT INTO teams_turns (key, conversation, received, finished) VALUES ('c', 'chat', 1, $1)", at)
                    + db.Run(
                        """
                        INSERT INTO teams_posts (kind, conversation, service_url, body, state, tries, reason, tried, at) VALUES
                          (0, 'chat', 'https://smba.test/', x'7b7d', 0, 1, NULL, NULL, $1),
                          (0, '19:news@thread.tacv2', 'https://smba.test/', x'7b7d', 3, 5, 'answers 403', $1, 1),
                          (0, 'chat', 'https://smba.test/', NULL, 2, 1, NULL, $1, 1)
                        """,
                        at
                    )
                    + db.Run(
                        """
                        INSERT INTO subscription (id, channel, conversation, created_by, minute, zone, days, topic, due_day, due_at, wake_at, kind) VALUES
                          (1, 'teams', '19:news@thread.tacv2', '29:jane', 480, 'Europe/London', 127, 'harbour', 739000, $1, $1, 0),
                          (2, 'discord', '42', '7', 480, 'Europe/London', 127, 'drone Kremlin', 739000, 253370764800000, 253370764800000, 1),
                          (3, 'webhook', 'archive', 'settings', 480, 'Europe/London', 127, NULL, 739000, $1, $1, 0),
                          (4, 'webhook', 'wire', 'settings', 480, 'Europe/London', 127, NULL, 739000, 253370764800000, 253370764800000, 0)
                        """,
                        at
                    )
                    + db.Run("INSERT INTO alert (subscription, form, pace) VALUES (2, 0, 0)")
                    + db.Run(
                        """
                        INSERT INTO delivery (subscription, day, outcome, reposted, at, reason, accepted) VALUES
                          (1, 738999, 0, 0, $1, '', NULL), (2, 738998, 0, 0, $1, '', NULL), (2, 738999, 3, 0, $1, 'the channel is gone', NULL),
                          (4, 738999, 0, 0, $1, '', '17')
                        """,
                        at
                    ),
                Stop
            );

    private static IngestReport Report(int added, int replaced, int rejected) =>
        new()
        {
            Files = [new IngestedFile("a.xml", added, replaced, 0, rejected)],
            Added = added,
            Replaced = replaced,
            Unchanged = 0,
            Withdrawn = 0,
            Rejections = [],
            Rejected = rejected,
            Notes = [],
            Duration = TimeSpan.FromSeconds(1.5),
        };

    private static DefaultHttpContext Question(TestHost host)
    {
        var context = new DefaultHttpContext { RequestServices = host.Services };
        context.Request.Path = "/api/ask";
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(EndpointAccess.Question), null));
        return context;
    }

    private static async Task<HttpResponseMessage> GetAsync(TestHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(TestPeer.Header, "203.0.113.7");
        return await host.Client.SendAsync(request, Stop);
    }
}
